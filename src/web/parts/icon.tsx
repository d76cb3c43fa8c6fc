const paths = {
  tick: 'M2.500 7.500l3 3 6-7',
  differs: 'M3.500 3.500l7 7M10.500 3.500l-7 7',
  triangle: 'M7 2l5.500 10h-11zM7 6v3M7 10.400v.2',
  octagon: 'M4.500 1.500h5l3 3v5l-3 3h-5l-3-3v-5zM5 5l4 4M9 5l-4 4',
  sheet: 'M3 1.500h5.500l2.500 2.500v8.500h-8zM5 6h4M5 8.500h4',
  clock: 'M7 1.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M7 4v3.200l2.200 1.300',
  info: 'M7 1.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M7 6.200v4M7 3.900v.2',
} as const
export type IconName = keyof typeof paths

/** A line icon of 14 px; always beside a word, so it says nothing to a screen reader. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className="icon"
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)
