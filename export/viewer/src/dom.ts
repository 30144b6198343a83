/** An element with attributes and children; text is always text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
}

export function button(label: string, onClick: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
    const element = make('button', { type: 'button', ...attributes }, label);
    element.addEventListener('click', onClick);
    return element;
}

export function byId<T extends HTMLElement>(id: string): T {
    return document.getElementById(id) as T;
}

/** A colour of the style sheet, for canvases. */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
export const signColours = (): string[] => [colour('cooperation'), colour('conflict'), colour('neutral')];

/** Opaque mix of two #rrggbb colours; `share` of the first. */
export function mix(a: string, b: string, share: number): string {
    const part = (text: string, i: number) => parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
    return '#' + [0, 1, 2].map((i) => Math.round(part(a, i) * share + part(b, i) * (1 - share)).toString(16).padStart(2, '0')).join('');
}
