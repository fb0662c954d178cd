/** Catches what a part of the page throws, such as a file of an older build that is gone, and offers the way on. */
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="m-auto max-w-120 p-6">
        <Notice action={<Button onClick={() => location.reload()}>Load the page again</Button>}>
          This part of the page failed. What you wrote is kept. ({error.message})
        </Notice>
      </div>
    );
  }
}
