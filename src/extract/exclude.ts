import type { Quantity } from './quantity.ts'

interface Exclusion {
  reason: string
  test: (q: Quantity, before: string, after: string) => boolean
}

/** Figures that are no targets, with the reason (data-model, "What counts as a target"). A new reason is a new row. */
const exclusions: Exclusion[] = [
  { reason: 'name of a period: 5年过渡期', test: (q, _b, after) => q.unit === '年' && /^过渡期/.test(after) },
  { reason: 'age group as a name: 0—3岁', test: (q) => q.unit === '岁' && q.comparator === 'range' },
  {
    reason: 'rank that picks a set: 前5-10个病种',
    test: (q, before) => /前$/.test(before) && !/^(?:年|个?月|日|天|周|小时|个?工作日)/u.test(q.unit),
  },
  {
    reason: 'present stock: 37个脱贫县, 13个部委局',
    test: (q, before, after) =>
      /^[个家]$/.test(q.unit) &&
      q.comparator !== 'range' &&
      /^(?:脱贫|扶贫|国家|省|市|县|区|州|乡|镇|村|部|方面|单位)/.test(after) &&
      !/(?:完成|建成|建设|创建|打造|新增|培育|新建|遴选|改造|设置|设立|建立|办好|配备|组建|培养|增设|选择|确定|支持|推动)[^，。；]{0,20}$/u.test(
        before,
      ),
  },
  {
    reason: 'day of the month: 每月5日前',
    test: (q, before, after) => q.unit === '日' && (/(?:每月|月)$/.test(before) || /^(?:前|起|以前)/.test(after)),
  },
  {
    reason: 'where a change sets out: 由60%提高到70%',
    test: (_q, before, after) =>
      /(?:由|从)(?:目前|现在|现行|当前|原来|原|\d{4}年)?的?[\u4e00-\u9fff]{0,6}(?:[\d.]+[%％‰个张人元]?[、和])*$/u.test(before) &&
      /^(?:[、和][\d.]+[%％‰个张人元]*)*(?:左右)?[，,]?(?:逐步|全部|统一|分别)?(?:提高|增加|扩大|下降|降低|提升|上升|缩短|减少|调整|延长|压缩|上调|下调|增长|拓展|扩展|降|增|升|提)(?:到|至|为)/u.test(
        after,
      ),
  },
  {
    reason: 'name of a measure: 5年生存率, 24小时内审核率',
    test: (q, _b, after) => /^(?:年|日|天|个?小时)$/u.test(q.unit) && /^[\u4e00-\u9fff]{0,6}率/u.test(after),
  },
  {
    reason: 'what a figure is counted by: 每2年1次, 每满1年, 每1000人1名',
    test: (q, before, after) =>
      /每$/.test(before) &&
      (/^[人名户张个所]$/u.test(q.unit) ||
        (/^(?:年|个?月|周|天|日)$/.test(q.unit) &&
          (/^满/.test(q.printed) || /^[^，。；]{0,20}?[\d一两]+(?:[次遍轮名人]|个)/u.test(after)))),
  },
  {
    reason: 'how long the document itself holds: 有效期2年',
    test: (q, before) => q.unit === '年' && /(?:本[\u4e00-\u9fff]{2,4}|施行|实施|执行|印发)[^。；]*有效期(?:限)?(?:为|是)?$/u.test(before),
  },
  { reason: 'ordinal: 第8次会议', test: (_q, before) => /第$/.test(before) },
  { reason: 'span of time looked back on: 近5年', test: (q, before) => q.unit === '年' && /(?:近|过去|最近|前)$/.test(before) },
  {
    reason: 'age group as a name: 65岁及以上老年人, 55周岁以下占比',
    test: (q, before, after) =>
      (q.unit === '岁' &&
        /(?:以上|以下|以内|之内)$/u.test(q.printed) &&
        /^[\u4e00-\u9fff（(]/u.test(after) &&
        !/^(?:的|者|且|或|并|可|应|需|须)/u.test(after) &&
        !/寿命|年满/u.test(before)) ||
      (/^周?岁$/u.test(q.unit) && /^的?(?:人员|医生|村医|护士)?(?:所?占|的?比例)/u.test(after)) ||
      (/^周?岁$/u.test(q.unit) &&
        /^(?:（含）)?(?:的)?(?:城乡|农村|常住|户籍|高龄|失能|参保)?(?:老年人|老人|人群|人口|居民|儿童|妇女|青少年|群众|患者|女性|男性|婴幼儿|学生|女孩|适龄)/u.test(
          after,
        )),
  },
  {
    reason: 'statistics of the past: 截至2020年底已建成30家',
    test: (_q, before) =>
      /(?:截至|目前|现有|已(?:经)?(?:达|有|建|完成|实现|覆盖|培训|签约|配备|设立|建成))[^，。；]*$/u.test(before) &&
      !/(?:力争|确保|不低于|不少于)/.test(before),
  },
  {
    reason: 'way of counting that is no aim: 3个方面, 5个部门',
    test: (q, _b, after) =>
      q.unit === '个' &&
      /^(?:方面|部门|部委|环节|层次|层面|阶段|步骤|维度|类别|领域|统一|必须|坚持|转变|体系|一批|字|批次|专项|重点|问题|任务|工作组|单位|附件|条款|县（?[市区]|民族|地区)/u.test(
        after,
      ),
  },
  {
    reason: 'length of a list used as its name: 20种大病底数',
    test: (q, before, after) =>
      /^[种类]$/u.test(q.unit) &&
      /^(?:\d+种|大病|人群|人员|对象|患者|(?:主要|重点|重大|常见)?(?:慢性?病|疾病|传染病|地方病|人群|人员|对象))/u.test(after) &&
      !/(?:推广[至到]|扩大[至到]|增加[至到]|达到?)[\u4e00-\u9fff]{0,6}$/u.test(before),
  },
]

/** Why a figure is no target, or `null` where it is one. */
export function whyNoTarget(q: Quantity, text: string): string | null {
  const before = text.slice(Math.max(0, q.start - 24), q.start)
  const after = text.slice(q.end, q.end + 24)
  return exclusions.find(({ test }) => test(q, before, after))?.reason ?? null
}
