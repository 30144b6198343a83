import { colour } from './dom';

/** What a name belongs to: a disc in a picture, in pixels. */
export interface Named { name: string; x: number; y: number; radius: number }
/** Where a name stands: its left end and its middle. */
export interface Placed { name: string; x: number; y: number }

export const NAME_FONT = '500 12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const HALF_HEIGHT = 8;
const GAP = 4;
/** Discs that names avoid, and names that are tried: the first ones in sight. */
const MOST_DISCS = 300;
const MOST_TRIED = 500;
/** How many discs a name may lie on at most: one of the first may, rather than be missing. */
const [FOREMOST, FOREMOST_COVER, OTHER_COVER] = [15, 4, 1];
/** Square pixels of picture for each name. */
const ROOM = 5500;

type Box = [left: number, top: number, right: number, bottom: number];
const touch = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

const ruler = document.createElement('canvas').getContext('2d')!;
const widths = new Map<string, number>();
function widthOf(name: string): number {
    let width = widths.get(name);
    if (width === undefined) {
        ruler.font = NAME_FONT;
        width = ruler.measureText(name).width;
        widths.set(name, width);
    }
    return width;
}

/** Names beside their discs, the most important first, where they lie neither on one another nor, if it can be, on discs.
 * The first `forced` of them stand in any case. */
export function placeNames(all: Named[], forced: number, width: number, height: number): Placed[] {
    const inSight = all.filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius).slice(0, MOST_TRIED);
    const discs = inSight.slice(0, MOST_DISCS).map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]);
    const most = Math.max(12, (width * height) / ROOM);
    const taken: Box[] = [];
    const placed: Placed[] = [];
    const forcedNames = new Set(all.slice(0, forced));
    inSight.forEach((one, i) => {
        if (placed.length >= most && !forcedNames.has(one)) return;
        const [wide, away] = [widthOf(one.name), one.radius + GAP];
        const places: Placed[] = [[one.x + away, one.y], [one.x - away - wide, one.y], [one.x - wide / 2, one.y + one.radius + HALF_HEIGHT + 1], [one.x - wide / 2, one.y - one.radius - HALF_HEIGHT - 1]]
            .map(([x, y]) => ({ name: one.name, x, y }));
        let [best, least]: [Placed | null, number] = [forcedNames.has(one) ? places[0] : null, 1 + (i < FOREMOST ? FOREMOST_COVER : OTHER_COVER)];
        for (const place of places) {
            const box: Box = [place.x - 2, place.y - HALF_HEIGHT, place.x + wide + 2, place.y + HALF_HEIGHT];
            if (box[0] < 0 || box[2] > width || box[1] < 0 || box[3] > height || taken.some((other) => touch(box, other))) continue;
            const covered = discs.reduce((sum, disc, j) => sum + Number(j !== i && touch(box, disc)), 0);
            if (covered < least) [best, least] = [place, covered];
            if (covered === 0) break;
        }
        if (!best) return;
        placed.push(best);
        taken.push([best.x - 2, best.y - HALF_HEIGHT, best.x + wide + 2, best.y + HALF_HEIGHT]);
    });
    return placed;
}

export function drawNames(context: CanvasRenderingContext2D, placed: Placed[]): void {
    context.font = NAME_FONT;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = colour('sea');
    for (const { name, x, y } of placed) context.strokeText(name, x, y);
    context.fillStyle = colour('text');
    for (const { name, x, y } of placed) context.fillText(name, x, y);
}
