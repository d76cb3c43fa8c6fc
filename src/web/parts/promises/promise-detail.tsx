import type { ReactNode } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { Point } from '../../model/promises/curve.ts'
import type { Promised } from '../../model/promises/promises.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { CurveFigure } from './curve-figure.tsx'

/** How files of this page are called, and whether they have to say that the county is a sample. */
export interface Files {
  readonly name: string
  readonly isSample: boolean
}

/** What stands behind one published figure: the words it was printed in, what it means, how it is made, its course. */
export const PromiseDetail = ({
  line: { figure, warnings },
  points,
  recorded,
  files,
}: {
  readonly line: Promised
  readonly points: readonly Point[] | undefined
  readonly recorded: Day
  readonly files: Files
}) => {
  const { t, pick, language } = useWords()
  return (
    <div className="promise-detail">
      <dl>
        {figure.quote && (
          <Fact term={t('quote')}>
            {pick(figure.quote)}
            {language === 'en' && (
              <span className="original" lang="zh-CN">
                {figure.quote.zh}
              </span>
            )}
          </Fact>
        )}
        {figure.source && <Fact term={t('source')}>{figure.source}</Fact>}
        <Fact term={t('definition')}>{pick(figure.definition)}</Fact>
        <Fact term={t('formula')}>{pick(figure.formula)}</Fact>
        {warnings.length > 0 && (
          <Fact term={t('colWarnings')}>
            <ul>
              {warnings.map((warning) => (
                <li key={warning.zh}>
                  <span className="severity warning">
                    <Icon name="triangle" />
                  </span>{' '}
                  {pick(warning)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <div>
        <CurveFigure
          figure={figure}
          points={points}
          recorded={recorded}
          fileName={`${files.name}-${figure.id}`}
          isSample={files.isSample}
        />
      </div>
    </div>
  )
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
