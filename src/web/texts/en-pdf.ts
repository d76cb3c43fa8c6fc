import type { zhPdf } from './zh-pdf.ts'

/** The words of what goes onto paper as a PDF, in English. */
export const enPdf: Readonly<Record<keyof typeof zhPdf, string>> = {
  exportPdf: 'PDF',
  pdfBusy: 'Making the PDF',
  pdfArriving: 'Making the PDF: fonts {arrived}/{asked}',
  pdfDone: '{file} is made.',
  pdfFailed:
    'No PDF was made: the fonts it needs did not arrive. See whether the server still runs, then press PDF again; if that fails, reload the page. The drawing is unchanged.',
  pdfNotOnPaper:
    'No PDF was made: the drawing has a part that cannot be put on paper. Use SVG or Print instead, and tell the administrator.',
  certTitle: 'Certificate of conservation',
  certHolds: 'It holds: every single thing of the kinds below has a place; nothing is lost.',
  certFails: 'It does not hold: {count} are not where the plan says they must be.',
  certBlocked: 'Besides, findings block the plan: {count}. It must not be carried out.',
  certAuthority: 'Authority',
  certDays: 'Days',
  certDaysOf: 'register of {register}, in effect on {effective}, transition ends on {completes}',
  certUnits: 'Units',
  certUnitsOf: 'after the plan {open} exist, {closed} are closed',
  certDigests: 'What is certified: the digests (SHA-256) of these three, and of the certificate',
  certRegister: 'Register',
  certPlan: 'Plan',
  certRules: 'Rules',
  certSeal: 'Certificate',
  certThings: 'Conserved things',
  certThing: 'Thing',
  certBefore: 'Before',
  certMoved: 'Moved',
  certEnded: 'Ended',
  certBegun: 'Begun',
  certAfter: 'After',
  certUnplaced: 'Unplaced',
  certKept: 'Kept',
  certYes: 'yes',
  certNo: 'no',
  certOutstanding: 'Legal opinions or approvals to attach before it is carried out',
  certNoneOutstanding: 'None.',
  certChecking: 'How to check it',
  certCheckingHow:
    'This page is for the file; what can be checked is {file}, which names the place of every single thing. To check:',
  certCheckingWhy:
    'Another program checks it, which shares no code with the one that wrote it. When one letter of register, plan or rules changes, a digest differs and the certificate no longer holds.',
}
