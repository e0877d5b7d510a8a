"""What `bench.inbox` runs in the page: watching, painting, scrolling."""

WATCH = """
window.long = []; window.waits = [];
new PerformanceObserver(all => window.long.push(...all.getEntries().map(one => one.duration))).observe({
    type: 'longtask',
});
const heard = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
Object.defineProperty(WebSocket.prototype, 'onmessage', { ...heard, set(run) {
    heard.set.call(this, event => {
        const said = /tick [a-z]+ [0-9]+/.exec(event.data)?.[0];
        const began = performance.now();
        run(event);
        if (said) requestAnimationFrame(() => {
            const painted = new MessageChannel();
            const shown = document.querySelector('#main').textContent.includes(said);
            painted.port1.onmessage = () => window.waits.push(shown ? performance.now() - began : null);
            painted.port2.postMessage(0);
        });
    });
} });
"""
PAINTED = """new Promise(done => {
    const painted = () => setTimeout(() => done(performance.now()));
    const look = () => requestAnimationFrame(document.querySelector('.rows .row') ? painted : look);
    look();
})"""
NODES = "document.querySelectorAll('*').length"
SCROLL = """async most => {
    const box = document.querySelector('.rows');
    const began = performance.now();
    let frames = 0;
    const frame = () => new Promise(requestAnimationFrame);
    const count = () => Math.round(box.scrollHeight / 88);
    for (let still = 0; still < 200 && performance.now() - began < 240_000; frames++) {
        box.scrollTop += 4_000;
        await frame();
        still = box.scrollTop + box.clientHeight >= box.scrollHeight - 100 ? still + 1 : 0;
        if (still && count() >= most) break;
    }
    await new Promise(done => setTimeout(done, 500));
    return { rows: count(), frames, seconds: (performance.now() - began) / 1_000 };
}"""
JUMPS = """async () => {
    const box = document.querySelector('.rows');
    const began = performance.now();
    for (let n = 0; n < 300; n++) {
        box.scrollTop = box.scrollHeight * ((n * 37) % 100) / 100;
        await new Promise(requestAnimationFrame);
    }
    await new Promise(done => setTimeout(done, 500));
    return { rows: Math.round(box.scrollHeight / 88), frames: 300, seconds: (performance.now() - began) / 1_000 };
}"""
BARE = """<style>
.rows { block-size: 700px; inline-size: 360px; overflow-y: auto; position: relative; }
.row { position: absolute; block-size: 88px; inset-inline: 0; contain: strict; }
</style><div class="rows"><div></div></div>"""
BARE_ROWS = """most => {
    const box = document.querySelector('.rows');
    box.firstElementChild.style.blockSize = `${most * 88}px`;
    const rows = Array.from({ length: 10 }, () => box.appendChild(document.createElement('div')));
    const draw = () => rows.forEach((row, n) => {
        const at = Math.min(Math.floor(box.scrollTop / 88), most - rows.length) + n;
        row.className = 'row';
        row.style.insetBlockStart = `${at * 88}px`;
        row.textContent = `Customer ${at}: Thank you, the lamp has come`;
    });
    box.onscroll = draw;
    draw();
}"""
"""The rows in sight of as long a list, with nothing behind them: no framework, no desk, one text in each. (A page that
holds all 50,000 at once is no floor: a step of it took 850 ms of the processor.)"""
