import { useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../kernel/text.ts'
import { hasHolders, type OpenedRow } from '../model/opened.ts'
import { useWords } from './words.tsx'

const rowPx = 28
const spare = 12

/** Rows of a number. Only those in sight are in the page, so that thousands scroll like ten. */
export const RowList = ({ rows }: { readonly rows: readonly OpenedRow[] }) => {
  const { t, pick } = useWords()
  const box = useRef<HTMLElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => setSight({ top: element.scrollTop, height: element.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [])
  const isMoved = useMemo(() => hasHolders(rows), [rows])
  const first = Math.max(0, Math.floor(sight.top / rowPx) - spare)
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / rowPx) + spare)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="row-list" ref={box} tabIndex={0} aria-label={t('rowsOf', { label: t('colLabel') })}>
      <table className="plain" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('colLabel')}</th>
            {isMoved && (
              <th scope="col" className="holder">
                {t('rowFrom')}
              </th>
            )}
            {isMoved && (
              <th scope="col" className="holder">
                {t('rowTo')}
              </th>
            )}
            <th scope="col">{t('colAddress')}</th>
            <th scope="col" className="number value">
              {t('colValue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Space px={first * rowPx} />}
          {rows.slice(first, last).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a row is here; addresses may repeat
            <tr key={`${row.at}/${first + at}`} aria-rowindex={first + at + 2}>
              <td title={pick(row.label)}>{pick(row.label)}</td>
              {isMoved && <Holder name={row.from && pick(row.from)} />}
              {isMoved && <Holder name={row.to && pick(row.to)} />}
              <td className="address" title={row.at}>
                {row.at}
              </td>
              <td className="number">{number(row.value)}</td>
            </tr>
          ))}
          {last < rows.length && <Space px={(rows.length - last) * rowPx} />}
        </tbody>
      </table>
    </section>
  )
}

const Holder = ({ name = '' }: { readonly name: string | undefined }) => <td title={name}>{name}</td>

const Space = ({ px }: { readonly px: number }) => (
  <tr>
    <td colSpan={5} style={{ height: `${px}px`, padding: 0, border: 0 }} />
  </tr>
)
