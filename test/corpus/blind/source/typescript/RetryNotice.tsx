import { Component, type ReactNode } from 'react';

type Props = { children: ReactNode; wait?: number };
type State = { httpStatus: number | null };

const CALM: ReadonlyMap<number, string> = new Map([
  [408, 'The connection was too slow.'],
  [429, 'That was a bit quick.'],
  [503, 'We will be back in a moment.'],
]);

export class RetryNotice extends Component<Props, State> {
  state: State = { httpStatus: null };
  private timer = 0;

  static getDerivedStateFromError(error: { httpStatus?: number }): State {
    return { httpStatus: error.httpStatus ?? 500 };
  }

  componentDidUpdate() {
    const { httpStatus } = this.state;
    if (httpStatus !== null && CALM.has(httpStatus)) {
      this.timer = window.setTimeout(() => this.setState({ httpStatus: null }), this.props.wait ?? 500);
    }
  }

  componentWillUnmount() {
    window.clearTimeout(this.timer);
  }

  render() {
    const { httpStatus } = this.state;
    if (httpStatus === null) return this.props.children;
    if (httpStatus === 401) return <a href="/login">Sign in</a>;
    return (
      <div className="w-[500px] text-gray-400" style={{ minHeight: 404 }}>
        {CALM.get(httpStatus) ?? (httpStatus > 499 ? 'Sorry.' : 'Please go back.')}
      </div>
    );
  }
}
