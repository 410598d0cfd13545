import { Component } from 'react';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';

interface Props {
  /** Names the part in the message. */
  readonly where: string;
  /** A new value tries again: the selection, the screen. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

/** Keeps a fault in one part from taking the rest of the page with it. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown; readonly hasFailed: boolean }> {
  override state = { error: null as unknown, hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasFailed: true };
  }

  override componentDidUpdate(previous: Props) {
    if (this.state.hasFailed && previous.resetKey !== this.props.resetKey) this.#reset();
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <ErrorState error={this.state.error} where={this.props.where} onRetry={() => this.#reset()} />;
  }

  #reset() {
    this.setState({ error: null, hasFailed: false });
  }
}
