import { button, byId, make } from './dom';
import { type Download, downloads } from './download';
import type { State, View } from './state';
import { say, type TextKey } from './text';

export const viewNames: View[] = ['network', 'map', 'table'];

/** The views as tabs (arrow keys move between them) and the tools at the right; made once, then only set. */
export class Header {
    private tabs: HTMLButtonElement[];
    private menu = make('details', { class: 'menu', id: 'download' });
    private opener = make('summary');
    private copy = button('', () => void this.copyLink(), { id: 'copy' });
    private language: HTMLButtonElement;
    private theme: HTMLButtonElement;
    private state: State | null = null;

    constructor(private webgl: boolean, private change: (edit: (state: State) => void) => void, save: (kind: Download) => void, private link: () => string) {
        this.tabs = viewNames.map((view) => button('', () => this.open(view), { role: 'tab', 'aria-controls': view, id: `view-${view}` }));
        byId('views').append(...this.tabs);
        byId('views').addEventListener('keydown', (event) => this.arrows(event));
        this.menu.append(this.opener, make('div', {}, ...downloads.map((kind) => button(kind, () => {
            this.menu.open = false;
            save(kind);
        }, { id: `download-${kind}` }))));
        document.addEventListener('click', (event) => { if (!this.menu.contains(event.target as Node)) this.menu.open = false; });
        this.language = button('', () => change((s) => { s.language = s.language === 'en' ? 'nl' : 'en'; }), { id: 'language' });
        this.theme = button('', () => change((s) => { s.theme = s.theme === 'dark' ? 'light' : 'dark'; }), { id: 'theme' });
        byId('tools').append(this.copy, this.menu, this.language, this.theme);
    }

    show(state: State, view: View): void {
        this.state = state;
        const words: [HTMLElement, TextKey][] = [[this.opener, 'download'], [this.copy, 'copy'], [this.language, 'language'], [this.theme, state.theme === 'dark' ? 'themeLight' : 'theme']];
        for (const [element, key] of words) element.textContent = say(state, key);
        this.language.lang = state.language === 'en' ? 'nl' : 'en';
        this.tabs.forEach((tab, i) => {
            const chosen = viewNames[i] === view;
            tab.textContent = say(state, viewNames[i] as 'network' | 'map' | 'table');
            tab.setAttribute('aria-selected', String(chosen));
            tab.tabIndex = chosen ? 0 : -1;
            tab.disabled = viewNames[i] === 'network' && !this.webgl;
            tab.title = tab.disabled ? say(state, 'noWebgl') : '';
        });
    }

    /** Whether there was a menu to close. */
    closeMenu(): boolean {
        const { open } = this.menu;
        this.menu.open = false;
        if (open) this.opener.focus();
        return open;
    }

    private open(view: View): void {
        this.change((s) => { s.view = view; });
    }

    private arrows(event: KeyboardEvent): void {
        const enabled = this.tabs.filter((tab) => !tab.disabled);
        const now = enabled.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
        const moves: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: enabled.length - 1 };
        if (!(event.key in moves)) return;
        event.preventDefault();
        const next = enabled[(moves[event.key] + enabled.length) % enabled.length];
        next.click();
        next.focus();
    }

    private async copyLink(): Promise<void> {
        try {
            await navigator.clipboard.writeText(this.link());
            this.copy.textContent = say(this.state!, 'copied');
            setTimeout(() => { this.copy.textContent = say(this.state!, 'copy'); }, 1500);
        } catch {
            window.prompt(say(this.state!, 'copy'), this.link());
        }
    }
}
