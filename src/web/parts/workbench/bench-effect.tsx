import { useMemo } from 'react'
import { changeText, moneyText } from '../../format.ts'
import type { Bench } from '../../model/bench.ts'
import { counterLabels } from '../../model/counters.ts'
import { effectOf } from '../../model/legal/line-effect.ts'
import { useWords } from '../words.tsx'

/** What the line in hand changes by itself, against the line before. */
export const BenchEffect = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick, language } = useWords()
  const { chosen, session } = bench
  const { account } = session
  const effects = useMemo(
    () =>
      chosen === undefined || account === undefined
        ? undefined
        : effectOf(account.before, account.steps, chosen),
    [chosen, account],
  )
  if (chosen === undefined || account === undefined || bench.spans?.[chosen - 1] === undefined) return null
  const money = (yuan: number) => `${yuan > 0 ? '+' : ''}${moneyText(yuan, language)}`
  return (
    <section className="line-effect" aria-labelledby="line-effect">
      <h2 id="line-effect">
        {t('effectTitle', { line: chosen })} <small>{t('effectNote')}</small>
      </h2>
      {effects === undefined ? (
        <p className="note">{t('effectRefused')}</p>
      ) : (
        <dl>
          {effects.map(({ id, change }) => (
            <div key={id} data-counter={id}>
              <dt>{id === 'money' ? t('effectMoney') : pick(counterLabels[id])}</dt>
              <dd className={change === 0 ? 'zero' : undefined}>
                {id === 'money' && change !== 0 ? money(change) : changeText(change)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
