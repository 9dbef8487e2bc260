// Words that synthetic documents are put together from. Single words only: every sentence is made of many of them at random, none is anybody's.
const split = (text: string) => text.trim().split(/\s+/)

/** First and second characters of made-up places. */
export const placeHeads = [
  ...'江岭云石青柳白沙金桥东湖南溪北塘西坪龙凤安平永和大兴长宁高田新丰双河清泉桃源竹林梅岗松柏榆桑枫杏莲荷兰芦沿滨临浦洪汇恒泰嘉祥瑞丹霞秀峰明月星辰晴川雅福',
]
export const placeTails = [
  ...'山水川河湖溪泉塘桥岭坡岗坪坝沟湾洲滩港渡口关城堡营寨庄屯店铺集场坊园林丘原台阳阴安宁昌隆兴旺和顺康乐丰盛华荣清明远达',
]
export const townKinds = split('镇 乡 村 街道 片区 社区 林场 农场 库区 山区')

export const facilities = split(`
卫生院 村卫生室 中心卫生院 社区卫生服务站 疾控分中心 妇幼保健所 急救站 体检站 康复室 药房 检验室 影像室 中医馆 发热诊室 预防接种门诊 数据机房 慢病小屋 心理咨询室
产房 病案室 消毒供应室 远程诊室 护理站 牙科诊室 眼科诊室 流动诊疗车 采血点 健康讲堂 家庭病床 安宁疗护室 输液室 血透室 听力室 处置间 候诊区 母婴室`)
export const people = split(`
脱贫户 监测户 低保家庭 特困人员 孤寡老人 残疾人 孕产妇 婴幼儿 学龄儿童 慢病患者 高血压患者 糖尿病患者 结核病患者 务工返乡人员 计生特殊家庭 退役军人 独居老人 留守儿童
失能老人 高龄老人 重病患者 易地搬迁户 乡村教师 护林员 乡村医生 签约居民 农机手 养殖户 渔民 牧民 茶农 果农 矿工 环卫工 外卖骑手 货车司机`)
export const verbs = split(`
建立 完善 配备 更新 维修 整合 梳理 核对 登记 回访 随访 筛查 复查 转诊 接诊 会诊 讲解 演示 培训 考试 评审 抽查 督办 通报 公开 张贴 发放 回收 采购 验收 盘点 补充
调配 轮换 选派 招聘 聘用 考核 奖励 表彰 提醒 预约 上门 巡诊 送药 测量 采样 检验 归档 上传 比对 分析 研判 预警 处置 报告 反馈 整改 销号 评估 总结 推广 观摩 交流`)
export const objects = split(`
健康档案 签约协议 用药清单 随访记录 体检报告 转诊单 病情摘要 护理计划 康复方案 营养食谱 疫苗台账 冷链记录 急救物资 氧气瓶 除颤仪 心电图机 血压计 血糖仪 彩超机 制氧机 雾化器
轮椅 担架 药柜 标识牌 公示栏 宣传册 广播稿 短视频 值班表 排班表 通讯录 服务指南 收费目录 医保目录 结算单 报销凭证 家访日志 问题台账 风险名单 预警信息 数据接口 电子处方 影像资料
检验结果 投诉线索 满意度问卷 绩效方案 工资清册 职称材料 培训教材 实训基地 带教计划 轮训名单 设备目录 维修合同 饮水检测 厕所改造 垃圾清运 蚊蝇消杀 环境监测 食品抽检`)
export const manners = split(`
逐户 逐人 分片 分批 分类 按周 按旬 随时 就近 上门 现场 线上 交叉 联合 集中 错峰 轮流 定点 定人 全程 闭环 结对 包保 公开 据实 当面 书面 提前 同步 专人 专车 专账`)
export const results = split(`
群众少跑路 情况底数清 问题不过夜 责任到人 过程有记录 结果可追溯 服务不断档 药品不断供 数据不重报 随访不漏户 转诊不卡壳 结算不垫资 设备不闲置 队伍不散 标准不降 政策不走样 信息不外泄 老人不排队
孩子不漏种 病情早发现 隐患早排除 经费早到位 任务早分解 台账早建好 农忙不误诊 雨雪不误班 山路不误救 夜间有人应 周末有人守 节日有人值`)
export const times = split(`
开春后 入夏前 汛期前 秋收后 入冬前 春节前 开学前 农闲时 赶集日 每月上旬 每月中旬 每月下旬 季度末 年中 年底前 接报后 出院后 产后 雨后 节后 换届后 机构改革后`)
export const links = split(`会同 联合 委托 依托 借助 通过 按照 参照 围绕 结合 对照 比照 经由 面向 对接`)
export const partners = split(`
村委会 乡镇政府 驻村工作队 县医院 县中医院 县妇幼院 县疾控 医保所 民政所 派出所 中心校 供销社 邮政所 电力所 水管站 农技站 文化站 团支部 妇联 残联 老年协会 红十字会 志愿者 乡贤
药店 快递点 超市 通信公司 保险公司 银行网点 职业学校 护理学校 对口医院 省级专家组 市级督导组`)
export const headingVerbs = split('健全 优化 强化 规范 夯实 拓宽 压实 畅通 提升 补齐 做实 盘活')
export const headingThings = split(`
签约服务 转诊通道 药品供应 急救网络 队伍结构 设施条件 信息系统 监测机制 预防接种 妇幼服务 慢病管理 老年服务 中医服务 精神卫生 环境卫生 健康讲座 经费保障 绩效分配 督导机制 对口支援 远程诊疗 检验共享`)
export const agencies = split(
  '卫生健康委 医保局 民政局 财政局 人力资源社会保障局 教育局 残联 乡村振兴局 生态环境局 农业农村局 住房城乡建设局 市场监管局 疾控中心 公安局 编办',
)

/** What a figure measures, how it is bounded and counted: `每个{facility}配备{thing}{bound}{n}{unit}`. */
export const figures: {
  before: string
  unit: string
  bound: string
  comparator: 'gte' | 'lte' | 'eq'
  low: number
  high: number
  after: string
}[] = [
  { before: '签约率', bound: '达到', unit: '%', comparator: 'gte', low: 60, high: 99, after: '以上' },
  { before: '规范管理率', bound: '不低于', unit: '%', comparator: 'gte', low: 60, high: 99, after: '' },
  { before: '村卫生室用房', bound: '不少于', unit: '平方米', comparator: 'gte', low: 40, high: 120, after: '' },
  { before: '救治病种扩大到', bound: '', unit: '种', comparator: 'eq', low: 20, high: 60, after: '' },
  { before: '每人补助', bound: '', unit: '元', comparator: 'eq', low: 100, high: 5000, after: '' },
  { before: '候诊时间', bound: '不超过', unit: '分钟', comparator: 'lte', low: 10, high: 60, after: '' },
  { before: '每年进修', bound: '不少于', unit: '个月', comparator: 'gte', low: 1, high: 6, after: '' },
  { before: '每院配备医师', bound: '至少', unit: '名', comparator: 'gte', low: 2, high: 30, after: '' },
  { before: '床位', bound: '不超过', unit: '张', comparator: 'lte', low: 20, high: 300, after: '' },
  { before: '每年培训', bound: '不少于', unit: '次', comparator: 'gte', low: 1, high: 12, after: '' },
]
