import { useRef, useState } from 'react'
import { type Day, daysBetween, parseDay } from '../../../kernel/day.ts'
import { replaceLines } from '../../../reform/editing/plan-edit.ts'
import { type Axis, shareOf, yearsOf } from '../../model/axis.ts'
import type { Bench } from '../../model/bench.ts'
import { type Phase, phasesOf } from '../../model/phases.ts'
import { TableBox } from '../account/table-box.tsx'
import { useWidth } from '../use-width.ts'
import { useWords } from '../words.tsx'

const rowHeight = 28
const groups = ['procedure', 'documents', 'steps', 'parted', 'limits'] as const

/** 分步实施: the plan on an axis of days; days of operations can be moved, and each stretch says what it is. */
export const PhasesPanel = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 640)
  const { plan } = bench.session
  if (plan === undefined) return <p className="empty">{t('phasesNone')}</p>
  const phases = phasesOf(plan)
  const axis = axisOver(phases)
  const shown = groups.flatMap((group) => {
    const rows = phases.filter((each) => each.group === group)
    return rows.length === 0 ? [] : [{ group, rows }]
  })
  const words = {
    procedure: t('phaseProcedure'),
    documents: t('phaseDocuments'),
    steps: t('phaseSteps'),
    parted: t('phaseParted'),
    limits: t('phaseLimits'),
  }
  return (
    <div ref={box} className="phases">
      <TableBox label={t('benchPhases')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('phaseWhat')}</th>
              <th scope="col">{t('phaseFrom')}</th>
              <th scope="col">{t('phaseUntil')}</th>
              <th scope="col" className="phase-axis">
                <Years axis={axis} width={axisWidth(width)} />
              </th>
            </tr>
          </thead>
          {shown.map(({ group, rows }) => (
            <tbody key={group}>
              <tr className="group">
                <th scope="rowgroup" colSpan={4}>
                  {words[group]}
                </th>
              </tr>
              {rows.map((phase) => (
                <tr key={phase.id} data-phase={phase.id}>
                  <th scope="row">
                    {phase.lines.length === 1 ? (
                      <button type="button" className="link" onClick={() => bench.choose(phase.lines[0])}>
                        {pick(phase.label)}
                      </button>
                    ) : (
                      pick(phase.label)
                    )}
                    {phase.detail !== undefined && <small> {pick(phase.detail)}</small>}
                  </th>
                  <td>
                    {group === 'steps' && bench.mayEdit ? (
                      <DayField bench={bench} phase={phase} />
                    ) : (
                      phase.from
                    )}
                  </td>
                  <td>{phase.until === phase.from ? '' : phase.until}</td>
                  <td className="phase-axis">
                    <Bar phase={phase} axis={axis} width={axisWidth(width)} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
      <p className="note">{t('phasesHelp')}</p>
    </div>
  )
}

/** What is left of the panel for the drawing, beside the words; never so little that days cannot be told apart. */
const axisWidth = (width: number) => Math.max(240, width - 420)

const axisOver = (phases: readonly Phase[]): Axis => {
  const days = phases.flatMap(({ from, until, marks }) => [from, until, ...marks]).sort()
  const [from, to] = [days[0], days.at(-1)] as [Day, Day]
  return { from, to, marks: [], events: [] }
}

const Years = ({ axis, width }: { readonly axis: Axis; readonly width: number }) => (
  <svg width={width} height={18} aria-hidden="true">
    {yearsOf(axis)
      .filter((on) => on >= axis.from)
      .map((on, at, all) => {
        const x = shareOf(axis, on) * (width - 12) + 6
        const next = all[at + 1]
        const isRoom = next === undefined || (daysBetween(on, next) / 366) * 40 < width
        return (
          <g key={on}>
            <path d={`M${x} 12v6`} stroke="var(--control)" />
            {isRoom && x < width - 30 && (
              <text x={x + 3} y={12} fontSize={12} fill="var(--ink-3)">
                {on.slice(0, 4)}
              </text>
            )}
          </g>
        )
      })}
  </svg>
)

const Bar = ({
  phase,
  axis,
  width,
}: {
  readonly phase: Phase
  readonly axis: Axis
  readonly width: number
}) => {
  const x = (on: Day) => shareOf(axis, on) * (width - 12) + 6
  const middle = rowHeight / 2
  return (
    <svg width={width} height={rowHeight} aria-hidden="true" className={`phase ${phase.group}`}>
      <path d={`M0 ${middle}h${width}`} className="rest" />
      {phase.until !== phase.from && (
        <rect x={x(phase.from)} width={x(phase.until) - x(phase.from)} y={middle - 4} height={8} />
      )}
      {phase.marks.map((on) => (
        <circle key={on} cx={x(on)} cy={middle} r={4} />
      ))}
    </svg>
  )
}

/** The day of operations, to be moved: every line of that day goes with it, as one step of undo. */
const DayField = ({ bench, phase }: { readonly bench: Bench; readonly phase: Phase }) => {
  const { t, pick } = useWords()
  const [typed, setTyped] = useState<string>()
  const lines = linesOnDay(bench, phase.from)
  const move = (to: string) => {
    const day = parseDay(to)
    setTyped(undefined)
    // Numbers of lines are those of the text that was rehearsed; an edit made meanwhile may have moved them.
    if (bench.isBehind || day === undefined || day === phase.from || lines.length === 0) return
    const effectiveOn = bench.session.plan?.effectiveOn
    const moved = new Map(
      lines.map(([number, value]) => [number, { ...value, on: day === effectiveOn ? undefined : day }]),
    )
    bench.edit(replaceLines(bench.text, moved))
  }
  if (lines.length === 0) return phase.from
  return (
    <input
      type="date"
      aria-label={t('phaseMove', { what: pick(phase.label), day: phase.from })}
      value={typed ?? phase.from}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== undefined && move(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== undefined) move(typed)
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}

/** The lines that take effect on a day as a whole; those with dates of their own are changed where they are written. */
const linesOnDay = ({ session, spans }: Bench, on: Day) =>
  (session.plan?.lines ?? []).flatMap((line) => {
    const value = spans?.[line.number - 1]?.value
    const isParted = line.operation.parts !== undefined && value?.dates !== undefined
    return line.on !== on || value === undefined || isParted ? [] : [[line.number, value] as const]
  })
