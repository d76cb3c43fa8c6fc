import type { ReactNode } from 'react'

/** A table that scrolls sideways where it must, also by keyboard. */
export const TableBox = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  // biome-ignore-start lint/a11y/useSemanticElements: a fieldset is for fields, a section would be a landmark too many
  <div className="table-box" role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
  // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
  // biome-ignore-end lint/a11y/useSemanticElements: as above
)
