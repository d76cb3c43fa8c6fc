import { useCallback } from 'react'
import type { Unit } from '../../../ledger/figure.ts'
import { cellText } from '../../format.ts'
import { type CountyFigures, fetchFigures } from '../../model/figures.ts'
import { useLoading } from '../../model/use-loading.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { Loaded } from './loaded.tsx'
import { PageHead } from './page-head.tsx'
import { TableBox } from './table-box.tsx'

/** A county for who may see its figures and none of its rows. */
export const FiguresPage = ({ county }: { readonly county: string }) => {
  const load = useCallback((signal: AbortSignal) => fetchFigures(county, signal), [county])
  return (
    <Loaded loader={useLoading(load)} id={county}>
      {(figures) => <Figures figures={figures} />}
    </Loaded>
  )
}

const Figures = ({ figures }: { readonly figures: CountyFigures }) => {
  const { t, pick } = useWords()
  return (
    <main className="desk">
      <PageHead title={t('pageFigures')} lead={t('figuresLead')} />
      {figures.length === 0 ? (
        <p className="empty">{t('figuresNone')}</p>
      ) : (
        <TableBox label={t('pageFigures')}>
          <table className="plain figures-table">
            <thead>
              <tr>
                <th scope="col">{t('colFigure')}</th>
                <th scope="col" className="number">
                  {t('colPublished')}
                </th>
                <th scope="col" className="number">
                  {t('colComputed')}
                </th>
                <th scope="col">{t('colAgrees')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={figure.id} data-figure={figure.id}>
                  <th scope="row">{pick(figure.name)}</th>
                  <Amount value={figure.published} unit={figure.unit} none={t('notPublished')} />
                  <Amount value={figure.value} unit={figure.unit} none={t('notComputed')} />
                  <td>{figure.agrees !== null && <Check agrees={figure.agrees} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </main>
  )
}

const Amount = ({
  value,
  unit,
  none,
}: {
  readonly value: number | null
  readonly unit: Unit
  readonly none: string
}) => {
  const { language } = useWords()
  const shown = value === null ? undefined : cellText(value, unit, language)
  return (
    <td className="number">
      {shown === undefined ? <span className="none">{none}</span> : shown.value}
      {shown !== undefined && shown.suffix !== '' && <small> {shown.suffix}</small>}
    </td>
  )
}

const Check = ({ agrees }: { readonly agrees: boolean }) => {
  const { t } = useWords()
  return (
    <span className={agrees ? 'severity ok' : 'severity error'}>
      <Icon name={agrees ? 'tick' : 'differs'} /> {t(agrees ? 'agrees' : 'differs')}
    </span>
  )
}
