import { type RefObject, useRef } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { Figure } from '../../../ledger/figure.ts'
import { cellText, figureText } from '../../format.ts'
import { isFlat, type Point } from '../../model/promises/curve.ts'
import { plotOf } from '../../model/promises/plot.ts'
import { TableBox } from '../account/table-box.tsx'
import { DrawingButtons } from '../drawing-buttons.tsx'
import { useWords, type Words } from '../words.tsx'
import { size } from './sparkline.tsx'

const box = { width: 480, height: 128, top: 26, foot: 24 }

/** A figure over the days of the plan: solid as far as the record goes, dashed and marked where it is forecast; a table behind it. */
export const CurveFigure = ({
  figure,
  points,
  recorded,
  fileName,
  isSample,
}: {
  readonly figure: Figure
  readonly points: readonly Point[] | undefined
  readonly recorded: Day
  readonly fileName: string
  readonly isSample: boolean
}) => {
  const words = useWords()
  const { t, pick } = words
  const drawing = useRef<SVGSVGElement>(null)
  if (points === undefined) return <p className="note">{t('curveWaits')}</p>
  const known = points.filter(({ value }) => value !== undefined)
  const [first, last] = [known[0], known.at(-1)]
  if (first?.value === undefined || last?.value === undefined) return <p className="note">{t('curveNone')}</p>
  if (isFlat(points))
    return <p className="note">{t('curveFlat', { value: shown(first.value, figure, words) })}</p>
  return (
    <>
      <Drawing {...{ figure, points, recorded, first, last, drawing }} />
      <p className="row-actions">
        <DrawingButtons
          drawing={drawing}
          title={pick(figure.label)}
          description={pick(figure.definition)}
          isSample={isSample}
          fileName={fileName}
        />
      </p>
      <details>
        <summary>{t('curveTable')}</summary>
        <CurveTable {...{ figure, points, recorded }} />
      </details>
    </>
  )
}

const shown = (value: number, { unit }: Figure, { language }: Words): string => {
  const text = figureText(value, unit, language)
  return `${text.value} ${text.suffix}`.trim()
}

const Drawing = ({
  figure,
  points,
  recorded,
  first,
  last,
  drawing,
}: {
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly figure: Figure
  readonly points: readonly Point[]
  readonly recorded: Day
  readonly first: Point
  readonly last: Point
}) => {
  const words = useWords()
  const { t, pick } = words
  const { past, rest, published, x } = plotOf(points, box, { recorded, published: figure.published })
  const [from, to] = [shown(first.value ?? 0, figure, words), shown(last.value ?? 0, figure, words)]
  const { width, height, foot } = box
  const edge = x(recorded)
  return (
    <svg
      ref={drawing}
      className="curve large"
      {...size(box)}
      role="img"
      aria-label={t('curveOf', { label: pick(figure.label), from, to })}
    >
      <path className="axis-line" d={`M0 ${height - foot}H${width}`} />
      {published !== undefined && <path className="published" d={`M0 ${published}H${width}`} />}
      {rest && <path className="axis-line" d={`M${edge} 18V${height - foot}`} />}
      {past && <path className="past" d={past} />}
      {rest && <path className="rest" d={rest} />}
      <text x={0} y={12}>
        {from}
      </text>
      {figure.published !== undefined && (
        <text className="quiet" x={width / 2} y={12} textAnchor="middle">
          {t('curvePublished', { value: shown(figure.published, figure, words) })}
        </text>
      )}
      <text x={width} y={12} textAnchor="end">
        {to} {last.on > recorded ? t('forecast') : ''}
      </text>
      <text className="quiet" x={0} y={height - 6}>
        {points[0]?.on.slice(0, 7)}
      </text>
      {rest && edge > 80 && edge < width - 80 && (
        <text className="quiet" x={edge} y={height - 6} textAnchor="middle">
          {recorded.slice(0, 7)}
        </text>
      )}
      <text className="quiet" x={width} y={height - 6} textAnchor="end">
        {points.at(-1)?.on.slice(0, 7)}
      </text>
    </svg>
  )
}

const CurveTable = ({
  figure,
  points,
  recorded,
}: {
  readonly figure: Figure
  readonly points: readonly Point[]
  readonly recorded: Day
}) => {
  const { t, pick, language } = useWords()
  return (
    <TableBox label={`${t('curveTable')}: ${pick(figure.label)}`}>
      <table className="plain curve-table">
        <thead>
          <tr>
            <th scope="col">{t('colDay')}</th>
            <th scope="col" className="number">
              {t('colValue')}
            </th>
            <th scope="col">
              <span className="hidden">{t('forecast')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ on, value }) => {
            const cell = value === undefined ? undefined : cellText(value, figure.unit, language)
            return (
              <tr key={on}>
                <th scope="row">{on}</th>
                <td className="number">
                  {cell === undefined ? <span className="none">— {t('notComputed')}</span> : cell.value}
                  {cell?.suffix && <small> {cell.suffix}</small>}
                </td>
                <td>{t(on > recorded ? 'curveForecast' : 'curveOnRecord')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableBox>
  )
}
