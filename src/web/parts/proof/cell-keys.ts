import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** In a table of numbers the arrow keys go from a number to the next one in that direction; what opens nothing is passed over. */
export const walkCells = (event: KeyboardEvent<HTMLTableElement>): void => {
  const step = steps[event.key]
  const cell = (event.target as Element).closest('td')
  const row = cell?.closest('tr')
  if (step === undefined || cell === null || row === null || row === undefined) return
  const rows = [...event.currentTarget.rows]
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  let [at, column] = [rows.indexOf(row) + step[0], cell.cellIndex + step[1]]
  while (at >= 0 && at < rows.length && column >= 0 && column < width) {
    const button = rows[at]?.cells[column]?.querySelector<HTMLButtonElement>('button.figure')
    if (button) {
      event.preventDefault()
      button.focus()
      return
    }
    at += step[0]
    column += step[1]
  }
}
