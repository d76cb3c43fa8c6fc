import { Component, type ReactNode } from 'react'

/** Shows `fallback` when a part of the page breaks, instead of a blank page. */
export class Safe extends Component<
  { readonly fallback: ReactNode; readonly children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
