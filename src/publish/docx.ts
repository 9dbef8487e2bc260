import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What goes into a document for a word processor: the same as on the page. */
export interface Paper {
  title: string
  answer: string
  sections: { heading: string; paragraphs: string[]; table: { head: readonly string[]; rows: (string | number)[][] } | null }[]
  sources: { heading: string; lines: string[] }
  caution: string
  /** day of the statements, ISO */
  date: string
  /** whole address and its QR code as PNG */
  address: string | null
  qr: Uint8Array | null
}

// typefaces of official documents in China, with those that other machines have
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const black = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' }
// half points: 小二, 四号, 小四, 五号
const sizes = { title: 36, heading: 28, body: 24, table: 21 }
const millimetres = (n: number) => Math.round((n / 25.4) * 1440)

const text = (words: string, size: number, font = song, bold = false) => new TextRun({ text: words, size, font, bold })
const paragraph = (words: string, size = sizes.body) =>
  new Paragraph({ children: [text(words, size)], spacing: { after: 80, line: 340 }, indent: { firstLine: size * 20 } })

/** Paper → bytes of a .docx: A4, margins and typefaces of an official document, tables as tables, page numbers and caution in the footer. */
export async function renderDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  // a number of its own: the writer would go on counting from the papers before, in whatever order they were made
  const altText = { id: '1', name: 'QR', description: paper.address ?? '', title: '' }
  const body = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: [text(paper.title, sizes.title, black, true)] }),
    paragraph(paper.answer),
    ...paper.sections.flatMap((s) => [
      heading(s.heading),
      ...s.paragraphs.map((p) => paragraph(p)),
      ...(s.table ? [tableOf(s.table)] : []),
    ]),
    heading(paper.sources.heading),
    ...paper.sources.lines.map((line) => paragraph(line, sizes.table)),
    ...(paper.address ? [new Paragraph({ children: [text(paper.address, sizes.table)] })] : []),
    ...(paper.qr
      ? [new Paragraph({ children: [new ImageRun({ type: 'png', data: paper.qr, transformation: { width: 90, height: 90 }, altText })] })]
      : []),
  ]
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [text(`${paper.caution}  `, 18), new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 18, font: song })],
      }),
    ],
  })
  const document = new Document({
    creator: paper.title,
    title: paper.title,
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(25), bottom: millimetres(22), left: millimetres(26), right: millimetres(24) },
          },
        },
        footers: { default: footer },
        children: body,
      },
    ],
  })
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)), paper.date)
}

// the writer notes when it wrote: the day of the statements stands there instead, so that two builds are equal
function withoutClock(bytes: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes)
  const core = 'docProps/core.xml'
  const properties = strFromU8(files[core] as Uint8Array).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
  const mtime = '1980-01-01T00:00:00'
  return zipSync({ ...files, [core]: strToU8(properties) }, { mtime }) as Uint8Array<ArrayBuffer>
}

const heading = (words: string) =>
  new Paragraph({ keepNext: true, spacing: { before: 160, after: 80 }, children: [text(words, sizes.heading, black)] })

function tableOf({ head, rows }: { head: readonly string[]; rows: (string | number)[][] }): Table {
  const cell = (words: string | number, bold: boolean) =>
    new TableCell({
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [new Paragraph({ children: [text(String(words), sizes.table, bold ? black : song)] })],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: head.map(() => Math.floor(millimetres(160) / head.length)),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((h) => cell(h, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((c) => cell(c, false)) })),
    ],
  })
}
