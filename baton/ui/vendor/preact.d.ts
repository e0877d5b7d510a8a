// The part of Preact's surface that Baton uses, typed by hand so that a checkout needs no packages.
export interface VNode { readonly type: unknown; readonly props: object; key: unknown }
export type Child = VNode | string | number | boolean | null | undefined | Child[];
export function h(type: unknown, props: object | null, ...children: Child[]): VNode;
export function render(tree: Child, parent: Element): void;
export const Fragment: (props: object) => VNode;
