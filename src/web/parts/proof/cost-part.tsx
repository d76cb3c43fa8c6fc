import { useMemo, useRef } from 'react'
import { type CostYear, ways, wayTexts } from '../../model/proof/cost.ts'
import { TableBox } from '../account/table-box.tsx'
import { DrawingButtons } from '../drawing-buttons.tsx'
import { useWords } from '../words.tsx'
import { CostChart } from './cost-chart.tsx'
import { CsvButton } from './csv-button.tsx'
import { NumberCell, type Open } from './number-button.tsx'

/** 分年经费节约: drawn and as a table; cash and nominal side by side, never one alone. */
export const CostPart = ({
  years,
  fileName,
  isSample,
  onOpen,
}: {
  readonly years: readonly CostYear[]
  readonly fileName: string
  readonly isSample: boolean
  readonly onOpen: Open
}) => {
  const { t, pick } = useWords()
  const drawing = useRef<SVGSVGElement>(null)
  const header = useMemo(() => [t('proofYear'), ...ways.map((way) => pick(wayTexts[way][0]))], [t, pick])
  return (
    <section aria-labelledby="cost-title">
      <div className="proof-head is-stacked">
        <h2 id="cost-title">
          {t('proofCost')} <small>{t('proofCostUnit')}</small>
        </h2>
        {years.length > 0 && (
          <>
            <DrawingButtons
              drawing={drawing}
              title={t('proofCost')}
              description={t('proofCostUnit')}
              isSample={isSample}
              fileName={`${fileName}-cost`}
            />
            <CsvButton
              fileName={`${fileName}-cost`}
              label={t('proofCost')}
              header={header}
              lines={() => years.map((each) => [each.year, ...ways.map((way) => each[way].value ?? 0)])}
            />
          </>
        )}
      </div>
      {years.length === 0 ? (
        <p className="empty">{t('proofCostNone')}</p>
      ) : (
        <>
          <CostChart years={years} drawing={drawing} onOpen={onOpen} />
          <TableBox label={t('proofCost')}>
            <table className="plain cost">
              <thead>
                <tr>
                  {header.map((title, at) => (
                    <th key={title} scope="col" className={at > 0 ? 'number' : undefined}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {years.map((each) => (
                  <tr key={each.year}>
                    <th scope="row">{each.year}</th>
                    {ways.map((way) => (
                      <td key={way} className="number">
                        <NumberCell opened={each[way]} onOpen={onOpen} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
    </section>
  )
}
