import type { Standing } from '../../model/promises/promises.ts'
import type { TextKey } from '../../texts/index.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** The words for how a published figure stands. */
export const standingKeys: Readonly<Record<Standing, TextKey>> = {
  holds: 'standingHolds',
  coming: 'standingComing',
  differs: 'standingDiffers',
  unknown: 'standingUnknown',
  unpublished: 'standingUnpublished',
}

const marks: Readonly<
  Record<Standing, readonly [severity: 'ok' | 'error' | 'warning', icon: IconName] | undefined>
> = {
  holds: ['ok', 'tick'],
  coming: ['warning', 'clock'],
  differs: ['error', 'differs'],
  unknown: ['warning', 'triangle'],
  unpublished: undefined,
}

/** Icon, word and colour; nothing but a quiet word where nothing was printed. */
export const Agreement = ({ standing }: { readonly standing: Standing }) => {
  const { t } = useWords()
  const mark = marks[standing]
  if (mark === undefined) return <span className="none">{t(standingKeys[standing])}</span>
  const [severity, icon] = mark
  return (
    <span className={`severity ${severity}`}>
      <Icon name={icon} /> {t(standingKeys[standing])}
    </span>
  )
}
