import { Component, type ComponentChildren } from "preact";
import { Broken } from "../states/broken.tsx";

interface GuardProps {
  readonly children: ComponentChildren;
}

/** Keeps a mistake of one page from taking the rest with it: says so in its place, and offers to try again. */
export class Guard extends Component<GuardProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    // For whoever looks into it with the browser's own tools; it goes nowhere else.
    console.error(error);
  }

  override render() {
    return this.state.isBroken ? <Broken tryAgain={() => { this.setState({ isBroken: false }); }} /> : this.props.children;
  }
}
