import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { type Attributes, type ForeignOperation, type ForeignUnit, nameOfUnit } from './case.ts'
import { isSameJson } from './exact-json.ts'
import type { Cast } from './parties.ts'
import { remark } from './refusals.ts'
import type { Member, Roll } from './roll.ts'
import { type Source, shortened } from './source.ts'

/** A name that more units bear than this tells nothing, and looking through them all would take long. */
const crowd = 100

/** A unit that an operation gave the name and facts of another living one. */
interface Double {
  readonly operation: ForeignOperation
  readonly member: Member
  readonly other: Member
  readonly given: Attributes
  readonly was: Attributes
  /** No further unit bore the name at that moment. */
  readonly isOnlyBearer: boolean
  restoredBy?: ForeignOperation
}

/**
 * Units that go on and take, in an act that is not a renaming, exactly the name and facts of another living unit that
 * takes no part. The operation may mean the other one; or the register keeps so few facts that two bodies share them.
 * So nothing is refused for it: the day, the operations that follow and after.json tell which.
 */
export class Doubles {
  readonly #roll: Roll
  readonly #kept: Double[] = []
  readonly #lent = new Map<Member, Double>()
  #today: Double[] = []

  constructor(roll: Roll) {
    this.#roll = roll
  }

  /** To be told of every operation before it is carried out. */
  note(operation: ForeignOperation, { sources, going }: Cast): void {
    if (this.#today[0] !== undefined && this.#today[0].operation.on !== operation.on) this.#closeDay()
    const named = new Set([...sources, ...going.map(({ member }) => member)])
    for (const { member, target } of going) {
      this.#restore(operation, member, target)
      const isTelling = Object.keys(target.attributes).length >= 3 && nameOfUnit(target) !== member.name
      if (!isTelling || operation.type === 'rename') continue
      const bearers = this.#roll.named(nameOfUnit(target))
      if (bearers.size > crowd) continue
      for (const other of bearers) {
        if (named.has(other) || !isSameJson(other.attributes, target.attributes)) continue
        const [given, was, isOnlyBearer] = [target.attributes, member.attributes, bearers.size === 1]
        this.#today.push({ operation, member, other, given, was, isOnlyBearer })
        break
      }
    }
  }

  /** What the rest of the day makes different, by a renaming or an end, was only a matter of order. */
  #closeDay() {
    for (const double of this.#today) {
      const { member, other, given } = double
      if (!this.#has(member, given) || !this.#has(other, given)) continue
      this.#kept.push(double)
      this.#lent.set(member, double)
    }
    this.#today = []
  }

  /** A transfer that gives a unit back, to the letter, what an earlier transfer took from it. */
  #restore(operation: ForeignOperation, member: Member, { attributes }: ForeignUnit) {
    const double = this.#lent.get(member)
    if (double === undefined || isSameJson(attributes, member.attributes)) return
    this.#lent.delete(member)
    const isTransferred = operation.type === 'transfer' && double.operation.type === 'transfer'
    const isUnmoved = this.#has(member, double.given) && this.#has(double.other, double.given)
    if (isTransferred && double.isOnlyBearer && isUnmoved && isSameJson(attributes, double.was))
      double.restoredBy = operation
  }

  #has(member: Member, attributes: Attributes): boolean {
    return this.#roll.lives(member) && isSameJson(member.attributes, attributes)
  }

  /**
   * X22, given the attributes that after.json has by code, when there is such a file. An error when that file has the
   * unit otherwise than the operation left it, or has changed the other one, or when a later transfer undoes the name
   * so that nothing else would show it; silent when that file has both as they are; else a warning.
   */
  findings(after: ReadonlyMap<string, Attributes> | undefined, source: Source): Finding[] {
    this.#closeDay()
    return this.#kept.flatMap((double) => {
      const { operation, member, other, given, restoredBy } = double
      const isLast = this.#roll.lives(member) && member.saidBy === operation.index
      const isOtherOld = this.#roll.lives(other) && (other.saidBy ?? -1) < operation.index
      const differs = (unit: Member) => !isSameJson(after?.get(unit.code), unit.attributes)
      const isWrong =
        restoredBy !== undefined || (isLast && differs(member)) || (isOtherOld && differs(other))
      if (after !== undefined && !isWrong && isLast && this.#has(other, given)) return []
      return [found(double, after !== undefined && isWrong ? 'error' : 'warning', source)]
    })
  }
}

const found = (
  { operation, restoredBy, ...double }: Double,
  severity: 'error' | 'warning',
  source: Source,
): Finding => {
  const [code, other] = [shortened(double.member.code), shortened(double.other.code)]
  const until = restoredBy === undefined ? undefined : shortened(restoredBy.id)
  return remark(
    'X22',
    severity,
    operation,
    source,
    say(
      `“${code}”的名称和各项属性与在册的“${other}”完全相同${until === undefined ? '' : `，至 ${until} 又改回`}`,
      `“${code}” is given exactly the name and attributes of “${other}”, which lives beside it${
        until === undefined ? '' : `, until ${until} takes them back`
      }`,
    ),
    say(
      `核对：也许应写“${other}”；确为同名的可不改。`,
      `Check whether it should say “${other}”; leave it when the two really share them.`,
    ),
  )
}
