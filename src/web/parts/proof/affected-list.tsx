import type { Opened } from '../../model/opened.ts'
import { useWords } from '../words.tsx'
import { CsvButton } from './csv-button.tsx'
import { FigureButton, type Open } from './number-button.tsx'

/** 涉及谁: how many people, posts and things the plan touches; each number opens them by name. */
export const AffectedList = ({
  affected,
  fileName,
  onOpen,
}: {
  readonly affected: readonly Opened[]
  readonly fileName: string
  readonly onOpen: Open
}) => {
  const { t, pick } = useWords()
  return (
    <section aria-labelledby="affected-title">
      <div className="proof-head">
        <h2 id="affected-title">{t('proofAffected')}</h2>
        <CsvButton
          fileName={`${fileName}-affected`}
          label={t('proofAffected')}
          header={[t('colLabel'), t('colValue'), t('definition')]}
          lines={() =>
            affected.map(({ label, value = 0, definition }) => [pick(label), value, pick(definition)])
          }
        />
      </div>
      <ul className="affected">
        {affected.map((opened) => (
          <li key={opened.id}>
            <span className="affected-number">
              <FigureButton opened={opened} onOpen={onOpen} />
            </span>
            <span className="affected-label">{pick(opened.label)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
