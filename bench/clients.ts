import { setTimeout as sleep } from 'node:timers/promises'
import { hequText, renamingText, shortNameText, units } from './counties.ts'
import { type Asked, type HttpClient, httpClient } from './http.ts'

/** One question of one client: what kind it was, its address without ids, and its time in milliseconds. */
export interface Sample {
  readonly kind: 'read' | 'command'
  readonly name: string
  readonly ms: number
  readonly status: number
}

/** Somebody at a desk: what he asks next, given the answer to the last. */
export type Person = Generator<Question, never, unknown>
export interface Question {
  readonly name: string
  readonly asked: Asked
}

/** Thinks one to three seconds between two questions, for as long as `isOn`; gives each answer to `tell`. */
export const working = async (
  origin: string,
  person: Person,
  { isOn, tell, random }: { isOn(): boolean; tell(sample: Sample): void; random(): number },
): Promise<void> => {
  const client = httpClient(origin)
  try {
    // Nobody sits down at the same moment.
    await sleep(random() * 2000)
    let question = person.next(undefined).value
    while (isOn()) {
      const { status, answer, ms } = await answered(client, question)
      tell({ kind: question.asked.method === 'GET' ? 'read' : 'command', name: question.name, ms, status })
      question = person.next(answer).value
      await sleep(1000 + random() * 2000)
    }
  } finally {
    client.end()
  }
}

const answered = async (client: HttpClient, { asked }: Question) => {
  const { status, ms, body, etag } = await client.ask(asked)
  const answer: unknown = asked.method === 'GET' ? { etag } : JSON.parse(String(body))
  return { status, ms, answer }
}

/** A session, and a number that no other person of the bench has. */
export interface Desk {
  readonly county: string
  readonly number: number
  readonly cookie: string
  readonly random: () => number
}

const get = ({ cookie }: Desk, name: string, path: string, etag?: string): Question => ({
  name: `GET ${name}`,
  asked: { method: 'GET', path, cookie, etag },
})

/** Looks things up: the pages of the register, the journal and the plans, in no order. */
export function* reader(desk: Desk): Person {
  const base = `/api/counties/${desk.county}`
  const { random } = desk
  let etag: string | undefined
  const unit = () => units[Math.floor(random() * units.length)]
  const seq = () => 1 + Math.floor(random() * 500)
  const pages: (() => Question)[] = [
    () => get(desk, 'session', '/api/auth/session'),
    () => get(desk, 'county list', '/api/counties'),
    () => get(desk, 'register', `${base}/register`),
    () => get(desk, 'register of a day', `${base}/register?on=2020-${month(random())}-15`),
    () => get(desk, 'units', `${base}/units`),
    () => get(desk, 'unit', `${base}/units/${unit()}`),
    () => get(desk, 'unit', `${base}/units/${unit()}`),
    () => get(desk, 'figures', `${base}/figures`),
    () => get(desk, 'journal page', `${base}/journal?after=${seq()}&limit=50`),
    () => get(desk, 'journal record', `${base}/journal/${seq()}`),
    () => get(desk, 'journal record', `${base}/journal/${seq()}`),
    () => get(desk, 'journal head', `${base}/journal/head`),
    () => get(desk, 'plans', `${base}/plans`),
    () => get(desk, 'plan', `${base}/plans/2020-reform`),
    () => get(desk, 'rehearsal of the Hequ plan', `${base}/plans/2020-reform/rehearsal`),
  ]
  // The pages that a day's work goes through most often; the others once in 25 questions.
  const often = [2, 5, 6, 8, 9, 11, 12, 13].map((at) => pages[at] as () => Question)
  pages.push(
    ...often,
    () => get(desk, 'unit', `${base}/units/${unit()}`),
    () => get(desk, 'units', `${base}/units`),
  )
  for (;;) {
    // A browser opens the page once, and later asks whether the county is still the same.
    const book = (yield get(desk, 'county book', base, etag)) as { etag?: string }
    etag = book.etag ?? etag
    for (let at = 0; at < 40; at += 1) yield (pages[Math.floor(random() * pages.length)] as () => Question)()
  }
}

const month = (share: number): string => String(4 + Math.floor(share * 8)).padStart(2, '0')

const command = (
  desk: Desk,
  method: 'POST' | 'PUT',
  name: string,
  rest: string,
  body: unknown,
): Question => ({
  name: `${method} ${name}`,
  asked: { method, path: `/api/counties/${desk.county}${rest}`, cookie: desk.cookie, body },
})

/** Draws up plans: begins one, reads, rehearses and saves it some times; every fourth is as large as that of Hequ. */
export function* drafter(desk: Desk): Person {
  const reading = reader(desk)
  let read: unknown = {}
  for (let at = 0; ; at += 1) {
    const plan = `draft-${desk.number}-${at}`
    const isLarge = at % 4 === desk.number % 4
    const text = (version: number) =>
      isLarge
        ? hequText.replace('重建示例', `重建示例${version}`)
        : renamingText(12, `${desk.number}-${at}-${version}`)
    yield command(desk, 'POST', isLarge ? 'large plan' : 'plan', '/plans', { plan, text: text(0) })
    for (let version = 1; version <= 4; version += 1) {
      read = yield reading.next(read).value
      if (version % 2 === 0)
        yield command(
          desk,
          'POST',
          isLarge ? 'rehearsal of a large text' : 'rehearsal of a text',
          '/rehearsals',
          {
            text: text(version),
          },
        )
      const body = { version, text: text(version) }
      yield command(desk, 'PUT', isLarge ? 'large plan' : 'plan', `/plans/${plan}`, body)
    }
  }
}

/** Takes plan after plan of one line through the chain into the journal, the approver at the next desk. */
export function* reformer(desk: Desk, approver: Desk): Person {
  for (let at = 0; ; at += 1) {
    const plan = `reform-${desk.number}-${at}`
    const text = shortNameText(`水利${at}`)
    yield command(desk, 'POST', 'plan', '/plans', { plan, text })
    for (const [stage, heldOn] of [
      ['initiation', '2021-01-15'],
      ['argument', '2021-03-02'],
    ])
      yield command(desk, 'POST', 'stage', `/plans/${plan}/stages`, {
        stage,
        version: 1,
        document: '会议纪要（示例）',
        heldOn,
      })
    const body = { version: 1, document: '会议纪要〔2021〕3号（示例）', heldOn: '2021-04-10' }
    const given = (yield command(approver, 'POST', 'approval', `/plans/${plan}/approval`, body)) as {
      approval: number
    }
    yield command(desk, 'POST', 'application', `/plans/${plan}/application`, { approval: given.approval })
  }
}
