import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds on a page as it stands, or only within some parts of it, each with the first places; empty when there is nothing. */
export const violations = async (page: Page, ...within: readonly string[]): Promise<string[]> => {
  const axe = within.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }))
  const { violations: found } = await axe
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}
