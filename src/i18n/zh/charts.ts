/** Wording of charts and what goes with them. */
export const charts = {
  title: '图表：每张图的地址、数据和嵌入代码',
  answer: '每张图都有自己的网址，可以下载数据和图，也可以嵌进别的网页。',
  region: '地区',
  year: '年份',
  goal: '国家目标值',
  due: '到期的目标数',
  rows: '这张图的数据',
  own: '本图网址',
  embed: '嵌入',
  embedCode: '把这段代码放进网页：',
  page: (name: string) => `出自：${name}`,
  short: (name: string) => name.replace(/^(内蒙古|黑龙江|.{2}).*$/u, '$1'),
  tiles: (all: number, held: number, documents: number) => `${all}个省级地区里，${held}个有文件收进图谱，共${documents}份。`,
  tilesNote: '一格是一个省级地区，排列大致照方位，不表示面积和边界；数字是本省和下辖地区的文件数。空白是尚未收录，不是没有文件。',
  explore: '方向键逐点查看',
}
