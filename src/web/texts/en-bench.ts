/** The words of the plan workbench. */
export const enBench = {
  benchOperations: 'Operations',
  benchForm: 'Written as',
  benchCards: 'Cards',
  benchCounters: 'Before and after the plan',
  undo: 'Undo',
  redo: 'Redo',
} as const
