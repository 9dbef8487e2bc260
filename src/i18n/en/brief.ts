/** Wording of briefs. */
export const brief = {
  title: (name: string) => `Brief: ${name}`,
  link: 'Brief (two pages, to print)',
  docx: 'Download as Word document (.docx)',
  overview: 'In short',
  rules: 'What each document rules',
  rulesHead: ['Document', 'Clauses', 'Figures', 'Modality', 'Responsible'],
  said: 'Main clauses (our digest)',
  targets: (shown: number, all: number) =>
    shown < all ? `Targets and standards (${shown} of ${all}, the others on the site)` : `Targets and standards (${all})`,
  targetsHead: ['What it measures', 'Figure', 'Clause', 'Deadline', 'Modality', 'Published figures'],
  measured: 'What it measures',
  grade: 'Does it compare',
  sides: 'only left | only right',
  sources: 'Documents',
  from: 'Source',
}
