import type { Finding, Severity } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Calendar } from './calendar.ts'
import {
  type ForeignOperation,
  type ForeignUnit,
  type OperationType,
  operationTypes,
  sameUnitTypes,
} from './case.ts'
import { operationAddress } from './read-operations.ts'
import type { Roll } from './roll.ts'
import { type Source, shortened } from './source.ts'

/** A remark about an operation; its id is in the message, in `about` and in the address. */
export const remark = (
  code: string,
  severity: Severity,
  operation: ForeignOperation,
  source: Source,
  message: Text,
  remedy: Text,
): Finding => {
  const name = shortened(operation.id)
  return source.finding(
    code,
    severity,
    ['operations', operation.index],
    say(`${name}：${message.zh}`, `${name}: ${message.en}`),
    remedy,
    operationAddress(operation.id),
  )
}

/** What is known of who has borne a code: “ended by no-2018-00001 (merge)”. */
export const historyOf = (code: string, roll: Roll, calendar: Calendar): Text => {
  const refused = calendar.byNumber(roll.missing.get(code))
  if (refused !== undefined)
    return say(
      `应由 ${shortened(refused.id)} 设立，而该项已被退回`,
      `${shortened(refused.id)}, which should have made it, was refused`,
    )
  const ended = calendar.byNumber(roll.formerHolder(code)?.endedBy)
  if (ended === undefined) return say('从未有过这个单位', 'there has never been such a unit')
  const type = operationTypes[ended.type]
  return say(
    `已因 ${shortened(ended.id)}（${type.zh}）于${ended.on}不再用此标识`,
    `it ended or took another id on ${ended.on} by ${shortened(ended.id)} (${type.en})`,
  )
}

/** X07: a source, or a target that must go on, does not live on that day. */
export const notLiving = (
  operation: ForeignOperation,
  code: string,
  role: 'source' | 'target',
  roll: Roll,
  calendar: Calendar,
): Finding[] => {
  const later = calendar.filledLater(code, operation)
  const unit = shortened(code)
  const why = historyOf(code, roll, calendar)
  const part = role === 'source' ? say('来源', 'source') : say('承接', 'target')
  const order =
    later === undefined
      ? say('核对标识和日期。', 'Check the id and the date.')
      : say(
          `${shortened(later.id)} 同日才设立它：把那一项写在前面。`,
          `${shortened(later.id)} makes it later on the same day: write that one first.`,
        )
  const message = say(
    `${part.zh}单位“${unit}”在${operation.on}不存在：${why.zh}`,
    `the ${part.en} “${unit}” does not live on ${operation.on}: ${why.en}`,
  )
  return [remark('X07', 'error', operation, calendar.source, message, order)]
}

/** X08: the code of a target has a living holder. X14 instead when a later operation of the day frees the code. */
export const alreadyLiving = (
  operation: ForeignOperation,
  target: ForeignUnit,
  roll: Roll,
  calendar: Calendar,
): Finding => {
  const unit = shortened(target.code)
  const later = calendar.freedLater(target.code, operation)
  const heirs = roll.holder(target.code)
  if (later !== undefined && heirs !== undefined)
    return remark(
      'X14',
      'warning',
      operation,
      calendar.source,
      say(
        `“${unit}”要到同日的 ${shortened(later.id)} 才空出，按同时生效处理`,
        `“${unit}” is only freed by ${shortened(later.id)} on the same day; both are taken to happen at once`,
      ),
      say(`把 ${shortened(later.id)} 写在前面。`, `Write ${shortened(later.id)} first.`),
    )
  const maker = calendar.byNumber(heirs?.madeBy ?? heirs?.touchedBy)
  const since =
    maker === undefined
      ? say('在册', 'it has been there from the beginning')
      : say(`由 ${shortened(maker.id)} 设立`, `it was made by ${shortened(maker.id)}`)
  return remark(
    'X08',
    'error',
    operation,
    calendar.source,
    say(`“${unit}”已有单位在用（${since.zh}）`, `“${unit}” already belongs to a living unit (${since.en})`),
    say(
      '并入既有单位用 absorb；否则先写一项让出此标识。',
      'Use absorb to join a living unit; otherwise first write the operation that frees the id.',
    ),
  )
}

/** X24 (warning): a target of a reorganisation or spin-off lives already and is no source; it receives a part. */
export const livesBeside = (
  operation: ForeignOperation,
  { code }: ForeignUnit,
  { source }: Calendar,
): Finding =>
  remark(
    'X24',
    'warning',
    operation,
    source,
    say(
      `“${shortened(code)}”已在册，按接受一部分处理`,
      `“${shortened(code)}” lives already; it is taken to receive a part`,
    ),
    say(
      '核对标识；它若也参与，把它也写进 sources。',
      'Check the id; name it among the sources when it takes part itself.',
    ),
  )

const withoutSources: ReadonlySet<OperationType> = new Set(['create', 'enter'])
const withoutTargets: ReadonlySet<OperationType> = new Set(['dissolve', 'exit'])

/** X09: sources and targets that do not fit the type, whoever lives. */
export const misfits = (operation: ForeignOperation, source: Source): Finding[] => {
  const { type, sources, targets } = operation
  const term = operationTypes[type]
  const wrong = (zh: string, en: string): Finding =>
    remark(
      'X09',
      'error',
      operation,
      source,
      say(`${term.zh}（${type}）${zh}`, `${term.en} ${en}`),
      say(
        '改正来源和承接单位，或改用合适的事项。',
        'Correct sources and targets, or use the type that fits.',
      ),
    )
  const found: Finding[] = []
  if (withoutSources.has(type) && sources.length > 0) found.push(wrong('不应有来源单位', 'has no sources'))
  if (withoutTargets.has(type) && targets.length > 0) found.push(wrong('不应有承接单位', 'has no targets'))
  if (!withoutSources.has(type) && !sameUnitTypes.has(type) && sources.length === 0)
    found.push(wrong('缺来源单位', 'needs a source'))
  if (!withoutTargets.has(type) && targets.length === 0) found.push(wrong('缺承接单位', 'needs a target'))
  return found.length > 0 ? found : mismatches(operation, wrong)
}

const mismatches = (
  { type, sources, targets }: ForeignOperation,
  wrong: (zh: string, en: string) => Finding,
): Finding[] => {
  const codes = new Set(targets.map((target) => target.code))
  const strangers = targets.filter((target) => !sources.includes(target.code)).map((target) => target.code)
  const left = sources.filter((code) => !codes.has(code))
  const named = (list: readonly string[]) => list.map(shortened).join(', ')
  if (type === 'recode' && sources.length !== targets.length)
    return [wrong('应一一对应', 'needs one target for each source')]
  if (type === 'absorb' && left.length === 0)
    return [wrong('没有被并入的单位', 'has no source besides the unit that goes on')]
  if (type === 'transfer' && sources.length === 1 && codes.size === 1 && codes.has(sources[0] ?? ''))
    return [wrong('的来源与承接是同一单位', 'goes from a unit to itself')]
  if (!sameUnitTypes.has(type) || sources.length === 0 || strangers.length === 0) return []
  // Area may pass from one unit to another; every other type of the kind is about the same unit.
  if (type === 'territory' && strangers.length === targets.length) return []
  return [
    wrong(
      `的来源与承接应是同一单位：${named(left)} ≠ ${named(strangers)}`,
      `must have the same sources and targets: ${named(left)} ≠ ${named(strangers)}`,
    ),
  ]
}
