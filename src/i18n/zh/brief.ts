/** Wording of briefs. */
export const brief = {
  title: (name: string) => `简报：${name}`,
  link: '简报（两页，可打印）',
  docx: '下载 Word 文档（.docx）',
  overview: '要点',
  rules: '各份文件的规定',
  rulesHead: ['文件', '条款', '数字', '语气', '责任单位'],
  said: '主要写法（本站转述）',
  targets: (shown: number, all: number) => (shown < all ? `目标和标准（${all}项中的${shown}项，其余见网页）` : `目标和标准（${all}项）`),
  targetsHead: ['量的是什么', '写法', '条款', '期限', '语气', '公布数据'],
  measured: '量的是什么',
  grade: '能不能比',
  sides: '仅左 | 仅右',
  sources: '依据的文件',
  from: '出处',
}
