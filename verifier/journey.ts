import { many, notItself, one, openUnit, openUnits, partsIn, sponsorOpen } from './fields.ts'
import { type Fields, isRecord, members, type Plan } from './plan.ts'
import { compare } from './problem.ts'
import { type Things, thingTables } from './words.ts'
import type { World } from './world.ts'

/** Carries out the plan's steps, one after another; the world is then as the plan leaves it. */
export const carryOut = (plan: Plan, world: World): void => {
  for (const step of plan.steps) {
    world.step = step
    const meaning = meanings[step.operation]
    if (meaning === undefined) world.refuse('核验程序不懂此项', 'the checker has no meaning for it')
    else meaning(step.fields, world)
  }
  world.step = undefined
}

/** A unit begins; what the line does not say of it, it takes from the unit it comes from. */
const found = (unit: string, given: Fields, like: string | undefined, world: World): void => {
  const isLike = like !== undefined && world.units.get(like)?.isEnterprise === true
  world.open(unit, given.kind === undefined ? isLike : given.kind === 'enterprise')
}

const carried = [
  'duties',
  'people',
  'premises',
  'budget',
  'archives',
  'seals',
  'contracts',
  'sections',
] as const

/** What a line names goes from one unit to another; the offices that the people held there go with them. */
const handBundle = (fields: Fields, from: string, to: string, world: World): void => {
  const people = new Set(many(fields, 'people', world, 0))
  for (const office of world.heldBy('appointments', from))
    if (people.has(world.officeOf.get(office) ?? '')) world.move('appointments', office, to)
  for (const table of carried) for (const id of many(fields, table, world, 0)) world.move(table, id, to, from)
  for (const [name, table] of [
    ['posts', 'quotas'],
    ['leadingPosts', 'leadership'],
  ] as const) {
    if (fields[name] !== undefined && !isRecord(fields[name]))
      world.refuse(`“${name}”应逐类写明`, `“${name}” must be written kind by kind`)
    for (const [key, count] of Object.entries(members(fields[name])))
      world.movePosts(table, [from, to], key, count)
  }
}

/** The giver of a transfer: the one named, or whoever holds the first thing of the line. */
const giverOf = (fields: Fields, world: World): string => {
  if (fields.from !== undefined) return openUnit(fields, 'from', world)
  for (const table of carried) {
    const holder = world.holders[table].get(many(fields, table, world, 0)[0] ?? '')
    if (holder !== undefined) return world.mustBeOpen(holder) ? holder : ''
  }
  world.refuse('看不出由哪个单位划出', 'it is not clear which unit gives')
  return ''
}

const closeInto = (units: readonly string[], into: string, world: World): void => {
  notItself(units, into, world)
  for (const unit of units.filter((each) => each !== into && world.isOpen(into))) {
    world.moveAll(unit, into)
    world.close(unit, [into])
  }
}

type Meaning = (fields: Fields, world: World) => void

/** Where the line sends all of one table: offices and sections follow the people, leading posts the quotas. */
const dissolve: Meaning = (fields, world) => {
  const unit = openUnit(fields, 'unit', world)
  const elsewhere = members(fields.elsewhere)
  const order = ['duties', 'people', 'premises', 'budget', 'archives', 'seals', 'contracts', 'quotas']
  const named = [fields.to, ...order.map((table) => elsewhere[table])].filter((each) => each !== undefined)
  const heirs = [...new Set(named)].map((to) => openUnit({ to }, 'to', world))
  notItself(heirs, unit, world)
  const follows: Readonly<Record<string, string>> = {
    appointments: 'people',
    sections: 'people',
    leadership: 'quotas',
  }
  for (const table of [...thingTables, 'quotas', 'leadership'] as const) {
    const to = (table === 'nameplates' ? undefined : elsewhere[follows[table] ?? table]) ?? fields.to
    if (typeof to === 'string') world.moveAll(unit, to, [table])
    const isAmount = table === 'quotas' || table === 'leadership'
    const left = isAmount
      ? [...(world.posts[table].get(unit) ?? [])].flatMap(([key, count]) =>
          count > 0 ? [`${unit}/${key}`] : [],
        )
      : world.heldBy(table, unit)
    for (const id of world.isOpen(unit) ? left : [])
      world.refuse(`${table}“${id}”没有去处`, `“${id}” of ${table} has nowhere to go`, { table, id })
  }
  world.close(unit, heirs)
}

const split: Meaning = (fields, world) => {
  const unit = openUnit(fields, 'unit', world)
  const parts = partsIn(fields, world)
  const ids = parts.map((part) => one(part, 'unit', world))
  const rest = fields.rest === undefined ? (ids[0] ?? '') : one(fields, 'rest', world)
  if (!ids.includes(rest)) world.refuse('rest 须是其中一份', '“rest” must be one of the parts')
  parts.forEach((part, at) => {
    found(ids[at] ?? '', part, unit, world)
  })
  if (!world.isOpen(unit)) return
  parts.forEach((part, at) => {
    handBundle(part, unit, ids[at] ?? '', world)
  })
  world.moveAll(unit, rest)
  world.close(unit, [rest, ...ids])
}

/** One staff body: these pool in the host; duties, seals, archives and contracts stay with each organ. One level only. */
const coLocate: Meaning = (fields, world) => {
  const [host, guests] = [openUnit(fields, 'host', world), openUnits(fields, 'guests', world)]
  notItself(guests, host, world)
  for (const unit of [host, ...guests])
    if (world.units.get(unit)?.host !== undefined || (unit !== host && world.guestsOf(unit).length > 0))
      world.refuse(`“${unit}”已合署`, `“${unit}” is already co-located`, { table: 'units', id: unit })
  for (const guest of guests) {
    world.moveAll(guest, host, [
      'sections',
      'people',
      'appointments',
      'premises',
      'budget',
      'quotas',
      'leadership',
    ])
    world.change(guest, { host })
  }
}

/** Per unit, all lines of one budget item end except the largest (of equals, the first by id). */
const consolidate: Meaning = (fields, world) => {
  const item = one(fields, 'item', world)
  if (item !== 'operatingFixed')
    return world.refuse('只可归并机构定额公用经费', 'only the fixed operating budget can be consolidated')
  const among = new Set(openUnits(fields, 'units', world, 0))
  const byUnit = new Map<string, { id: string; amount: number }[]>()
  for (const [id, unit] of world.holders.budget) {
    const line = world.budget.get(id)
    if (line?.item !== item || !world.isOpen(unit)) continue
    if (fields.units === undefined || among.has(unit))
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), { id, amount: line.amount }])
  }
  for (const lines of byUnit.values())
    for (const { id } of lines.sort((a, b) => b.amount - a.amount || compare(a.id, b.id)).slice(1))
      world.end('budget', id)
}

/** A person takes an office: of the own unit, of one that shares its staff body, or concurrently of another. */
const appoint: Meaning = (fields, world) => {
  const [id, person] = [one(fields, 'appointment', world), one(fields, 'person', world)]
  const unit = one(fields, 'unit', world)
  begin('appointments', 'appointment')(fields, world)
  if (world.mustExist('people', person)) world.officeOf.set(id, person)
  const at = world.holders.people.get(person)
  const isHome = at === undefined || at === unit || world.units.get(unit)?.host === at
  if (!isHome && world.units.get(at)?.host !== unit && fields.concurrent !== true)
    world.refuse(`“${person}”在“${at}”，又非兼任`, `“${person}” is with “${at}”, and it is not concurrent`, {
      table: 'people',
      id: person,
    })
}

const assign: Meaning = (fields, world) => {
  const to = openUnit(fields, 'to', world)
  if (fields.section !== undefined && world.holders.sections.get(one(fields, 'section', world)) !== to)
    world.refuse('股室不属于该单位', 'the section does not belong to the unit')
  const people = many(fields, 'people', world)
  for (const id of people) {
    const from = world.holders.people.get(id)
    const offices = from === undefined || from === to ? [] : world.heldBy('appointments', from)
    if (offices.some((office) => world.officeOf.get(office) === id))
      world.refuse(`“${id}”在原单位还有职务`, `“${id}” still holds an office there`, { table: 'people', id })
    world.move('people', id, to)
  }
}

const moveNamed =
  (table: Things, name: string = table): Meaning =>
  (fields, world) => {
    const to = openUnit(fields, 'to', world)
    for (const id of many(fields, name, world)) world.move(table, id, to)
  }

const begin =
  (table: Things, name: string): Meaning =>
  (fields, world) =>
    world.begin(table, one(fields, name, world), one(fields, 'unit', world))

/** The unit must be there, but nothing changes hands. */
const nothingMoves: Meaning = (fields, world) => {
  openUnit(fields, 'unit', world)
}

/** What each operation does to holdings. */
const meanings: Readonly<Record<string, Meaning>> = {
  'absorb-unit': (fields, world) =>
    closeInto(openUnits(fields, 'units', world), openUnit(fields, 'into', world), world),
  'add-nameplate': begin('nameplates', 'plate'),
  'adjust-territory': (fields, world) => {
    openUnits(fields, 'units', world)
  },
  appoint,
  'assign-person': assign,
  'change-grade': nothingMoves,
  'change-management': nothingMoves,
  'change-subordination': (fields, world) => {
    nothingMoves(fields, world)
    sponsorOpen(fields, world)
    if (fields.sponsor === fields.unit)
      notItself([one(fields, 'unit', world)], one(fields, 'unit', world), world)
  },
  'co-locate-units': coLocate,
  'consolidate-budget': consolidate,
  'convert-to-enterprise': (fields, world) => {
    const unit = openUnit(fields, 'unit', world)
    if (world.units.get(unit)?.isEnterprise === true)
      world.refuse(`“${unit}”已是企业`, `“${unit}” is already an enterprise`, { table: 'units', id: unit })
    world.change(unit, { isEnterprise: true })
    for (const table of ['quotas', 'leadership'] as const)
      for (const key of world.posts[table].get(unit)?.keys() ?? []) world.setPosts(table, unit, key, 0)
  },
  'dissolve-section': (fields, world) => {
    const [section, into] = [one(fields, 'section', world), one(fields, 'into', world)]
    const home = world.holders.sections.get(section)
    if (world.mustExist('sections', into) && (section === into || home !== world.holders.sections.get(into)))
      world.refuse(`“${into}”不是同一单位的另一股室`, `“${into}” is not another section of the same unit`)
    world.end('sections', section)
  },
  'dissolve-unit': dissolve,
  'establish-section': begin('sections', 'section'),
  'establish-unit': (fields, world) => {
    sponsorOpen(fields, world)
    found(one(fields, 'unit', world), fields, undefined, world)
  },
  'merge-units': (fields, world) => {
    const [units, into] = [openUnits(fields, 'units', world, 2), one(fields, 'into', world)]
    sponsorOpen(fields, world)
    found(into, fields, units[0], world)
    closeInto(units, into, world)
  },
  'recode-unit': nothingMoves,
  'remove-from-office': (fields, world) => {
    const [person, unit] = [one(fields, 'person', world), openUnit(fields, 'unit', world)]
    const held = world.heldBy('appointments', unit).filter((office) => world.officeOf.get(office) === person)
    if (held.length === 0)
      world.refuse(`“${person}”在“${unit}”没有职务`, `“${person}” holds no office in “${unit}”`, {
        table: 'people',
        id: person,
      })
    for (const office of held) world.end('appointments', office)
  },
  'remove-nameplate': (fields, world) => world.end('nameplates', one(fields, 'plate', world)),
  'rename-unit': nothingMoves,
  'set-leadership-quota': (fields, world) => {
    const unit = one(fields, 'unit', world)
    world.setPosts('leadership', unit, 'chief', fields.chief)
    world.setPosts('leadership', unit, 'deputy', fields.deputy)
  },
  'set-staffing-quota': (fields, world) =>
    world.setPosts('quotas', one(fields, 'unit', world), one(fields, 'kind', world), fields.posts),
  'spin-off-unit': (fields, world) => {
    const [unit, to] = [openUnit(fields, 'unit', world), one(members(fields.to), 'unit', world)]
    found(to, members(fields.to), unit, world)
    handBundle(fields, unit, to, world)
  },
  'split-duty': (fields, world) => {
    for (const part of partsIn(fields, world)) begin('duties', 'duty')(part, world)
    world.end('duties', one(fields, 'duty', world))
  },
  'split-unit': split,
  'surrender-seals': (fields, world) => {
    for (const id of many(fields, 'seals', world)) {
      if (world.mustExist('seals', id) && world.surrendered.has(id))
        world.refuse(`印章“${id}”已缴销`, `the seal “${id}” has already been surrendered`, {
          table: 'seals',
          id,
        })
      world.surrendered.add(id)
    }
  },
  'transfer-archives': moveNamed('archives'),
  'transfer-budget': moveNamed('budget', 'lines'),
  'transfer-contracts': moveNamed('contracts'),
  'transfer-duty': (fields, world) => {
    const [from, to] = [giverOf(fields, world), openUnit(fields, 'to', world)]
    if (from !== '') handBundle(fields, from, to, world)
  },
  'transfer-premises': moveNamed('premises'),
  'transfer-seals': moveNamed('seals'),
}
