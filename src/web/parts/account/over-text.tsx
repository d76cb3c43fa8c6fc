import type { KeptGrant } from '../../model/accounts.ts'
import type { CountyList } from '../../model/files.ts'
import { useWords } from '../words.tsx'

/** Where a grant holds: all counties, one, or one unit of it. */
export const OverText = ({
  grant: { over, unit },
  counties,
}: {
  readonly grant: Pick<KeptGrant, 'over' | 'unit'>
  readonly counties: CountyList['counties']
}) => {
  const { t, pick } = useWords()
  const county = counties.find(({ id }) => id === over)
  return (
    <>
      {over === '*' ? t('overAll') : county === undefined ? over : pick(county.name)}
      {unit !== null && <small> · {unit}</small>}
    </>
  )
}
