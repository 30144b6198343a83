/** An element with attributes and children; text is always text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
}

/** The same for SVG. */
export function shape(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
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

const palette = new Map<string, string>();

export function applyTheme(theme: string): void {
    if (document.documentElement.dataset.theme === theme) return;
    document.documentElement.dataset.theme = theme;
    palette.clear();
}

/** A colour of the style sheet, for canvases. Kept, as reading a style costs more than drawing with it. */
export function colour(name: string): string {
    let value = palette.get(name);
    if (value === undefined) {
        value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
        palette.set(name, value);
    }
    return value;
}
export const signColours = (): string[] => [colour('cooperation'), colour('conflict'), colour('neutral')];

/** Opaque mix of two #rrggbb colours; `share` of the first. */
export function mix(a: string, b: string, share: number): string {
    const part = (text: string, i: number) => parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
    return '#' + [0, 1, 2].map((i) => Math.round(part(a, i) * share + part(b, i) * (1 - share)).toString(16).padStart(2, '0')).join('');
}

/** Calls `run` once in the next frame, however often it is asked. */
export function everyFrame(run: () => void): () => void {
    let asked = false;
    return () => {
        if (asked) return;
        asked = true;
        requestAnimationFrame(() => {
            asked = false;
            run();
        });
    };
}

/** A canvas made as large as it is shown, ready to draw on in CSS pixels. */
export function prepared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
}
