import type { Quantity } from './quantity.ts'

interface Exclusion {
  reason: string
  test: (q: Quantity, before: string, after: string) => boolean
}

/** Figures that are no targets, with the reason (data-model, "What counts as a target"). A new reason is a new row. */
const exclusions: Exclusion[] = [
  { reason: 'name of a period: 5年过渡期', test: (q, _b, after) => q.unit === '年' && /^过渡期/.test(after) },
  { reason: 'age group as a name: 0—3岁', test: (q) => q.unit === '岁' && q.comparator === 'range' },
  { reason: 'rank that picks a set: 前5-10个病种', test: (_q, before) => /前$/.test(before) },
  {
    reason: 'present stock: 37个脱贫县, 13个部委局',
    test: (q, _b, after) => /^[个家]$/.test(q.unit) && /^(?:脱贫|扶贫|国家|省|市|县|区|州|乡|镇|村|部|方面|单位)/.test(after),
  },
  {
    reason: 'day of the month: 每月5日前',
    test: (q, before, after) => q.unit === '日' && (/(?:每月|月)$/.test(before) || /^(?:前|起|以前)/.test(after)),
  },
  { reason: 'ordinal: 第8次会议', test: (_q, before) => /第$/.test(before) },
  { reason: 'span of time looked back on: 近5年', test: (q, before) => q.unit === '年' && /(?:近|过去|最近|前)$/.test(before) },
  {
    reason: 'age group as a name: 65岁及以上老年人',
    test: (q, _b, after) =>
      q.unit === '岁' &&
      /^(?:（含）)?(?:的)?(?:城乡|农村|常住|户籍|高龄|失能|参保)?(?:老年人|老人|人群|人口|居民|儿童|妇女|青少年|群众|患者|女性|男性|婴幼儿|学生|女孩|适龄)/u.test(
        after,
      ),
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
      q.unit === '种' && /^大病/.test(after) && !/(?:推广[至到]|扩大[至到]|增加[至到]|达到?)[\u4e00-\u9fff]{0,6}$/u.test(before),
  },
]

/** Why a figure is no target, or `null` where it is one. */
export function whyNoTarget(q: Quantity, text: string): string | null {
  const before = text.slice(Math.max(0, q.start - 24), q.start)
  const after = text.slice(q.end, q.end + 8)
  return exclusions.find(({ test }) => test(q, before, after))?.reason ?? null
}
