/** The county's own name without a remark in brackets, as 示例 or (sample). */
export const plainName = (name: string): string => name.replace(/\s*[（(][^）)]*[）)]\s*$/, '')
