/** A few lines of a language, to be run as they stand. */
export interface Snippet {
  language: 'curl' | 'python' | 'r' | 'javascript'
  code: string
}

/** Whole address of the API → how many targets are due by 2025, in each language. */
export const apiSnippets = (api: string): Snippet[] => [
  { language: 'curl', code: `curl -s ${api}/targets.json | grep -o '"deadline":"2025"' | wc -l` },
  {
    language: 'python',
    code: `import json, urllib.request
targets = json.load(urllib.request.urlopen("${api}/targets.json"))
print(sum(t["deadline"] == "2025" for t in targets))`,
  },
  {
    language: 'r',
    code: `targets <- jsonlite::fromJSON("${api}/targets.json")
cat(sum(targets$deadline == "2025", na.rm = TRUE))`,
  },
  {
    language: 'javascript',
    code: `const targets = await (await fetch("${api}/targets.json")).json()
console.log(targets.filter((t) => t.deadline === "2025").length)`,
  },
]

/** Whole address of a CSV file → reading it and counting its rows, in each language. */
export const tableSnippets = (csv: string): Snippet[] => [
  {
    language: 'python',
    code: `import pandas as pd
rows = pd.read_csv("${csv}")
print(len(rows))`,
  },
  {
    language: 'r',
    code: `rows <- read.csv("${csv}", encoding = "UTF-8")
cat(nrow(rows))`,
  },
]
