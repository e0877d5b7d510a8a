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
    window.long = [];
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
    return { rows: count(), frames, seconds: (performance.now() - began) / 1_000, long: window.long };
}"""
JUMPS = """async () => {
    const box = document.querySelector('.rows');
    window.long = [];
    for (let n = 0; n < 300; n++) {
        box.scrollTop = box.scrollHeight * ((n * 37) % 100) / 100;
        await new Promise(requestAnimationFrame);
    }
    await new Promise(done => setTimeout(done, 500));
    return window.long;
}"""
