import { describe, expect, it } from 'vitest'
import { findFrame } from '../../src/parse/frame.ts'
import { emptyFrame, type Frame, findFront } from '../../src/parse/front.ts'
import { splitLines } from '../../src/parse/lines.ts'
import { findMetadata, parseDocumentNumber } from '../../src/parse/metadata.ts'

const lines = (...texts: string[]) => splitLines(texts.join('\n'))
const texts = (all: { text: string }[]) => all.map(({ text }) => text)

// what of a frame holds lines, as text
const said = (frame: Frame): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(frame).flatMap(([name, own]) => {
      const all = (own as Frame['annexes']).flat()
      return all.length > 0 ? [[name, name === 'annexes' ? frame.annexes.map(texts) : texts(all)]] : []
    }),
  )
const frontOf = (...all: string[]): Record<string, unknown> => {
  const frame = emptyFrame()
  const preamble = texts(findFront(lines(...all), frame))
  return { ...said(frame), ...(preamble.length > 0 ? { preamble } : {}) }
}
const metadataOf = (parts: { [name in keyof Frame]?: string[] }) => {
  const frame = emptyFrame()
  for (const [name, own] of Object.entries(parts)) Object.assign(frame, { [name]: lines(...own) })
  return findMetadata(frame)
}

describe('the front of a document', () => {
  it('is letterhead, number, title, addressee and preamble', () => {
    expect(
      frontOf('某市人民政府文件', '某政发〔2021〕5号', '关于加强村卫生室建设的意见', '各县人民政府：', '为做好工作，提出本意见。'),
    ).toEqual({
      letterhead: ['某市人民政府文件'],
      number: ['某政发〔2021〕5号'],
      noticeTitle: ['关于加强村卫生室建设的意见'],
      addressee: ['各县人民政府：'],
      preamble: ['为做好工作，提出本意见。'],
    })
  })
  it('holds a notice and the title of the plan it wraps', () => {
    expect(
      frontOf(
        '某县卫生健康局关于印发某县乡村医生培训方案的通知',
        '各卫生院：',
        '现将方案印发给你们。',
        '某县乡村医生培训方案',
        '为培训医生，制定本方案。',
      ),
    ).toEqual({
      noticeTitle: ['某县卫生健康局关于印发某县乡村医生培训方案的通知'],
      addressee: ['各卫生院：'],
      notice: ['现将方案印发给你们。'],
      title: ['某县乡村医生培训方案'],
      preamble: ['为培训医生，制定本方案。'],
    })
  })
  it('may have the title over several lines, at most five', () => {
    expect(frontOf('某市人民政府办公室关于印发', '某市卫生事业发展规划', '的通知', '各县人民政府：', '一段。')).toEqual({
      noticeTitle: ['某市人民政府办公室关于印发', '某市卫生事业发展规划', '的通知'],
      addressee: ['各县人民政府：'],
      preamble: ['一段。'],
    })
    expect(frontOf('甲', '乙', '丙', '丁', '戊', '己').noticeTitle).toEqual(['甲', '乙', '丙', '丁', '戊'])
  })
  it('ends the title where a sentence or a row begins', () => {
    expect(frontOf('某市健康行动', '这是一句话。').noticeTitle).toEqual(['某市健康行动'])
    expect(frontOf('某市健康行动', '指标\t数值').noticeTitle).toEqual(['某市健康行动'])
  })
  it('has several issuers above a title as a letterhead, one alone as its first words', () => {
    const joint = frontOf('某省卫生健康委', '某省财政厅', '关于加强基层卫生的通知', '各市财政局：')
    expect(joint).toEqual({
      letterhead: ['某省卫生健康委', '某省财政厅'],
      noticeTitle: ['关于加强基层卫生的通知'],
      addressee: ['各市财政局：'],
    })
    expect(frontOf('某省卫生健康委', '关于加强基层卫生的通知')).toEqual({ noticeTitle: ['某省卫生健康委', '关于加强基层卫生的通知'] })
  })
  it('may have issuer and number below the title', () => {
    expect(frontOf('关于加强基层卫生的意见', '某县人民政府办公室', '某政办发〔2021〕16号', '各乡镇人民政府：')).toEqual({
      noticeTitle: ['关于加强基层卫生的意见'],
      letterhead: ['某县人民政府办公室'],
      number: ['某政办发〔2021〕16号'],
      addressee: ['各乡镇人民政府：'],
    })
    expect(frontOf('关于加强基层卫生的意见', '某县人民政府发布').letterhead).toEqual(['某县人民政府发布'])
  })
  it('keeps a note below the title with it, or as what says when it was passed', () => {
    expect(frontOf('某市急救医疗条例', '（试行）', '一段。').noticeTitle).toEqual(['某市急救医疗条例', '（试行）'])
    const passed = frontOf('某市急救医疗条例', '（2019年12月28日某市人民代表大会常务委员会会议', '通过）', '一段。')
    expect(passed).toEqual({
      noticeTitle: ['某市急救医疗条例'],
      passed: ['（2019年12月28日某市人民代表大会常务委员会会议', '通过）'],
      preamble: ['一段。'],
    })
  })
  it('takes the name of a page above the title for furniture', () => {
    expect(frontOf('政策文件公告', '某市人民政府关于加强基层卫生的意见')).toEqual({
      furniture: ['政策文件公告'],
      noticeTitle: ['某市人民政府关于加强基层卫生的意见'],
    })
  })
  it.each(['通知公告', '公告', '某市健康扶贫方案'])('takes %s above the title for the name of a page, over lines too', (stray) => {
    expect(frontOf(stray, '某市人民政府关于印发某市基层卫生', '工作方案的通知', '各县人民政府：', '一段。')).toEqual({
      furniture: [stray],
      noticeTitle: ['某市人民政府关于印发某市基层卫生', '工作方案的通知'],
      addressee: ['各县人民政府：'],
      preamble: ['一段。'],
    })
  })
  it('takes no title for the name of a page where what follows is none', () => {
    expect(frontOf('某市健康扶贫方案', '关于健康扶贫，现提出如下方案。')).toEqual({
      noticeTitle: ['某市健康扶贫方案'],
      preamble: ['关于健康扶贫，现提出如下方案。'],
    })
    const notice = '关于印发某市基层卫生工作意见的通知'
    expect(frontOf(notice, '关于某市基层卫生工作的意见', '一段。').noticeTitle).toEqual([notice])
  })
  it('has addressees over lines up to the colon', () => {
    expect(frontOf('关于加强基层卫生的意见', '各县卫生健康委，市属、驻市各医', '疗卫生单位：', '一段。')).toEqual({
      noticeTitle: ['关于加强基层卫生的意见'],
      addressee: ['各县卫生健康委，市属、驻市各医', '疗卫生单位：'],
      preamble: ['一段。'],
    })
  })
})

describe('the frame', () => {
  const plan = [
    '关于加强村卫生室建设的意见',
    '各县人民政府：',
    '为做好工作，提出本意见。',
    '一、目标',
    '到2025年建成100所。',
    '二、保障',
    '加大投入。',
  ]
  it('sets signature, date, disclosure and imprint apart from the body', () => {
    const found = said(
      findFrame(
        lines(...plan, '某市人民政府', '2021年3月15日', '（此件公开发布）', '抄送：市委办公室。', '某市人民政府办公室2021年3月16日印发'),
      ),
    )
    expect(found).toMatchObject({
      noticeTitle: [plan[0]],
      addressee: [plan[1]],
      body: plan.slice(2),
      signature: ['某市人民政府', '2021年3月15日'],
      disclosure: ['（此件公开发布）'],
      imprint: ['抄送：市委办公室。', '某市人民政府办公室2021年3月16日印发'],
    })
  })
  it('joins a date broken by the end of its line', () => {
    expect(said(findFrame(lines(...plan, '某市人民政府', '2022年3月1', '5日'))).signature).toEqual(['某市人民政府', '2022年3月15日'])
    // no date: 32 is no day
    expect(said(findFrame(lines(...plan, '某市人民政府', '2022年3月3', '2日。'))).signature ?? []).not.toContain('2022年3月32日。')
  })
  it('begins an annex at 附件 alone, or at 附件1：题目 below the signature', () => {
    const bare = findFrame(
      lines(...plan, '某市人民政府', '2021年3月15日', '附件1', '任务分工表', '序号\t任务', '1\t建村卫生室', '附件2', '指标表', '甲\t1'),
    )
    expect(said(bare).annexes).toEqual([
      ['附件1', '任务分工表', '序号\t任务', '1\t建村卫生室'],
      ['附件2', '指标表', '甲\t1'],
    ])
    const titled = findFrame(
      lines(...plan, '某市人民政府', '2021年3月15日', '附件1：任务分工表', '第一项工作由卫生健康局负责', '附件2：指标表', '甲项100所'),
    )
    expect(said(titled).annexes).toEqual([
      ['附件1：任务分工表', '第一项工作由卫生健康局负责'],
      ['附件2：指标表', '甲项100所'],
    ])
  })
  it('takes a list of annexes above the signature for no annex', () => {
    const listed = said(findFrame(lines(...plan, '附件：1.任务分工表', '2.指标表', '某市人民政府', '2021年3月15日')))
    expect(listed.annexes).toBeUndefined()
    expect(listed.signature).toEqual(expect.arrayContaining(['某市人民政府', '2021年3月15日']))
  })
  it('takes a text without an outline for prose', () => {
    const found = said(findFrame(lines('关于加强基层卫生的通知', '各县人民政府：', '请认真落实。', '某市卫生健康委员会', '2021年3月15日')))
    expect(found).toEqual({
      noticeTitle: ['关于加强基层卫生的通知'],
      addressee: ['各县人民政府：'],
      body: ['请认真落实。'],
      signature: ['某市卫生健康委员会', '2021年3月15日'],
    })
  })
})

describe('the number of a document', () => {
  it.each([
    ['瑞卫健字（2021）195号', '瑞卫健字（2021）195号', '瑞卫健字〔2021〕195号', '瑞卫健字', 2021, 195],
    ['发文字号：某政发[2019]07号', '某政发[2019]07号', '某政发〔2019〕7号', '某政发', 2019, 7],
    ['（某政办发〔2020〕3号）', '某政办发〔2020〕3号', '某政办发〔2020〕3号', '某政办发', 2020, 3],
    ['某政发〔2018〕12号　　签发人：甲', '某政发〔2018〕12号', '某政发〔2018〕12号', '某政发', 2018, 12],
  ])('%s', (text, printed, normalized, agencyCode, year, serial) =>
    expect(parseDocumentNumber(text)).toEqual({ printed, normalized, agencyCode, year, serial }),
  )
  it.each(['', '第5号', '某政发2021年5号', '2021〕5号'])('%j is none', (text) => expect(parseDocumentNumber(text)).toBeNull())
})

describe('facts of the letterhead', () => {
  const title = '某市财政局关于印发管理办法的通知'
  it('names issuers by letterhead, else signature, else title, else what the page says', () => {
    const furniture = ['发文机关：某市医疗保障局']
    const signature = ['某市卫生健康委员会', '2021年3月15日']
    expect(metadataOf({ letterhead: ['某市人民政府文件'], signature, noticeTitle: [title], furniture }).issuers).toEqual(['某市人民政府'])
    expect(metadataOf({ signature, noticeTitle: [title], furniture })).toMatchObject({
      issuers: ['某市卫生健康委员会'],
      signatories: ['某市卫生健康委员会'],
      issuedOn: '2021-03-15',
    })
    expect(metadataOf({ noticeTitle: [title], furniture }).issuers).toEqual(['某市财政局'])
    expect(metadataOf({ furniture }).issuers).toEqual(['某市医疗保障局'])
    expect(metadataOf({}).issuers).toEqual([])
  })
  it.each(['某市人民政府印发', '某市人民政府发布', '某市人民政府　文　件'])('reads the letterhead %s', (line) =>
    expect(metadataOf({ letterhead: [line] }).issuers).toEqual(['某市人民政府']),
  )
  it('takes the title of a plan for the title, and the notice’s beside it', () => {
    expect(metadataOf({ noticeTitle: [title] })).toMatchObject({ title, noticeTitle: null })
    expect(metadataOf({ noticeTitle: ['某市财政局关于印发', '管理办法的通知'], title: ['管理 办法'] })).toMatchObject({
      title: '管理办法',
      noticeTitle: title,
    })
    expect(metadataOf({ title: ['管理办法'], furniture: [`信息名称：${title}`] })).toMatchObject({ title: '管理办法', noticeTitle: title })
    expect(metadataOf({ title: ['管理办法'] }).noticeTitle).toBeNull()
  })
  it('dates a document by its signature, else by when it was passed, else by what the page says', () => {
    const passed = ['（2019年12月28日会议通过　2020年1月5日公布　2020年3月1日起施行）']
    const furniture = ['成文日期：2018年8月26日\t发布日期：2018年9月1日']
    expect(metadataOf({ signature: ['某市人民政府', '2021年3月15日'], passed, furniture }).issuedOn).toBe('2021-03-15')
    expect(metadataOf({ passed, furniture }).issuedOn).toBe('2020-01-05')
    expect(metadataOf({ passed: ['（2019年12月28日会议通过　2020年3月1日起施行）'] }).issuedOn).toBe('2019-12-28')
    expect(metadataOf({ furniture }).issuedOn).toBe('2018-08-26')
    expect(metadataOf({ furniture: ['印发日期：2018-08-26'] }).issuedOn).toBe('2018-08-26')
    expect(metadataOf({ furniture: ['发布日期：2018年9月1日'] }).issuedOn).toBeNull()
    expect(metadataOf({}).issuedOn).toBeNull()
  })
  it('reads the number of its line, else of the page', () => {
    const furniture = ['发文字号：某政发〔2018〕12号  主题词：卫生']
    expect(metadataOf({ number: ['某政办发〔2021〕5号'], furniture }).documentNumber?.normalized).toBe('某政办发〔2021〕5号')
    expect(metadataOf({ furniture }).documentNumber?.normalized).toBe('某政发〔2018〕12号')
    expect(metadataOf({ furniture: ['文号：某政发〔2018〕12号'] }).documentNumber?.normalized).toBe('某政发〔2018〕12号')
    expect(metadataOf({ furniture: ['主题词：某政发〔2018〕12号'] }).documentNumber).toBeNull()
  })
  it('reads addressees, copies and the day of printing', () => {
    const found = metadataOf({
      addressee: ['各县人民政府，市卫生健康委、', '市财政局：'],
      imprint: ['抄送：市委办公室，', '市人大常委会办公室。', '某市人民政府办公室2021年3月16日印发'],
    })
    expect(found.addressees).toEqual(['各县人民政府', '市卫生健康委', '市财政局'])
    expect(found.copiedTo).toEqual(['市委办公室', '市人大常委会办公室'])
    expect(found.printedOn).toBe('2021-03-16')
    expect(metadataOf({})).toMatchObject({ addressees: [], copiedTo: [], printedOn: null })
  })
  it.each([
    [['（此件公开发布）'], [], 'public'],
    [['公开方式：主动公开'], [], 'public'],
    [['（依申请公开）'], [], 'on-request'],
    [['（此件不公开）'], [], 'closed'],
    [['不予公开'], [], 'closed'],
    [[], ['公开方式：依申请公开'], 'on-request'],
    [[], ['信息公开类别：不予公开'], 'closed'],
    [['主动公开'], ['公开方式：依申请公开'], 'public'],
    [[], [], 'unknown'],
  ])('%j, %j: %s', (disclosure, furniture, expected) => expect(metadataOf({ disclosure, furniture }).disclosure).toBe(expected))
  it.each([
    ['发文机关：某市人民政府办公室 成文日期：2018年8月26日', '某市人民政府办公室', '2018-08-26'],
    ['发 文 机 关：某市人民政府办公室　成 文 日 期：2018年8月26日', '某市人民政府办公室', '2018-08-26'],
    ['发文机关：某市人民政府办公室成文日期：2018年8月26日', '某市人民政府办公室', '2018-08-26'],
    ['发文机关\t某市人民政府办公室\t成文日期\t2018年8月26日', '某市人民政府办公室', '2018-08-26'],
    ['成文日期：2018 年 8 月 26 日 发布机构：某市人民政府办公室', '某市人民政府办公室', '2018-08-26'],
  ])('reads %s', (line, issuer, date) => {
    expect(metadataOf({ furniture: [line] })).toMatchObject({ issuers: [issuer], issuedOn: date })
  })
  it('reads of the fields of a page’s line only the one named', () => {
    const furniture = ['发文机关：某市医疗保障局　成文日期：2018年8月26日　公开方式：主动公开']
    expect(metadataOf({ furniture })).toMatchObject({ issuers: ['某市医疗保障局'], issuedOn: '2018-08-26', disclosure: 'public' })
  })
})
