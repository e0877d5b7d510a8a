"""The peer: a support bot that hands over to a person, as the parts' own guides put it together.

A message runs the graph of its thread, which looks passages up, answers, or interrupts for a person; the checkpointer
keeps the thread, and an operator's socket hears each step. It answers at the addresses that `bench/load.py` asks Baton
at, and is served by the very web server configuration of `baton serve`. Nobody is recognised: there are no tokens.
"""

import asyncio
import json
import operator
import re
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, TypedDict

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.graph import END, START, StateGraph
from langgraph.types import interrupt
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool
from pydantic import BaseModel

from bench.echo import alone
from bench.floors import CONNECTIONS
from bench.peer.passages import Passages

ENOUGH = 4.0
"""The BM25 score from which a passage is taken for an answer."""

_PERSON = re.compile(r"\b(person|human|agent|somebody|someone)\b", re.IGNORECASE)
_GREETING = re.compile(r"^\s*(hi|hello|hey|thanks|thank you)\b", re.IGNORECASE)


class Thread(TypedDict, total=False):
    """What the checkpointer keeps of a conversation."""

    messages: Annotated[list[dict[str, str]], operator.add]
    owner: str


class Said(BaseModel):
    """A customer's message, or an operator's."""

    text: str = ""


class Desk:
    """The graph, and who listens."""

    def __init__(self, draft_seconds: float) -> None:
        self._draft_seconds = draft_seconds
        self._passages = Passages.of_the_demo()
        self._sockets: set[WebSocket] = set()
        self._told = 0
        self.graph: Any = None

    def build(self, saver: AsyncPostgresSaver) -> None:
        """Put the graph together: receive, then the bot or a person; the bot answers or hands over."""
        graph = StateGraph(Thread)
        for node in (self.receive, self.bot, self.hand_over, self.person):
            graph.add_node(node.__name__, node)
        graph.add_edge(START, "receive")
        graph.add_conditional_edges("receive", lambda state: "person" if state.get("owner") == "person" else "bot")
        graph.add_conditional_edges("bot", lambda state: "hand_over" if state.get("owner") == "handing" else END)
        graph.add_edge("hand_over", "person")
        self.graph = graph.compile(checkpointer=saver)

    async def receive(self, state: Thread) -> Thread:
        """A message is in; nothing is decided yet."""
        return {"owner": state.get("owner") or "bot"}

    async def bot(self, state: Thread) -> Thread:
        """Answer from the best passage, or leave it to a person."""
        text = state["messages"][-1]["text"]
        if _PERSON.search(text):
            return {"owner": "handing"}
        if self._draft_seconds:
            await asyncio.sleep(self._draft_seconds)
        if _GREETING.match(text):
            return {"messages": [{"by": "bot", "text": "Hello. What can I do for you?"}]}
        score, passage = self._passages.best(text)
        if score < ENOUGH:
            return {"messages": [{"by": "bot", "text": "I can't find that. Would you like to talk to a person?"}]}
        return {"messages": [{"by": "bot", "text": passage}]}

    async def hand_over(self, _: Thread) -> Thread:
        """Tell the customer that a person comes."""
        return {"owner": "person", "messages": [{"by": "desk", "text": "A colleague will answer you here."}]}

    async def person(self, state: Thread) -> Thread:
        """Wait for a person's reply."""
        reply = interrupt({"asked": state["messages"][-1]["text"]})
        return {"messages": [{"by": "person", "text": reply}]}

    async def run(self, id: str, text: str) -> None:
        """Run the graph on a customer's message, and push each step to the operators."""
        said = {"messages": [{"by": "customer", "text": text}]}
        async for step in self.graph.astream(said, _thread(id), stream_mode="updates"):
            if "receive" in step:
                await self.push(id, "message_received", {"text": text})
            elif "bot" in step and "messages" in step["bot"]:
                await self.push(id, "answer_sent", step["bot"]["messages"][0])
            elif "hand_over" in step:
                await self.push(id, "notice_sent", step["hand_over"]["messages"][0])

    async def push(self, id: str, kind: str, data: dict[str, str]) -> None:
        """Tell every operator who has the inbox open."""
        self._told += 1
        event = {"conversation_id": id, "seq": self._told, "kind": kind, "data": data}
        frame = json.dumps({"type": "event", "event": event})
        for socket in self._sockets:
            await socket.send_text(frame)

    async def listen(self, socket: WebSocket) -> None:
        """An operator's socket, until it is closed."""
        await socket.accept()
        self._sockets.add(socket)
        try:
            while True:
                await socket.receive_text()
                await socket.send_text('{"type":"subscribed"}')
        except WebSocketDisconnect:
            self._sockets.discard(socket)


def application(database: str, draft_seconds: float) -> FastAPI:
    """The app, on a pool as large as Baton's own."""
    desk = Desk(draft_seconds)

    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        asked = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
        async with AsyncConnectionPool(database, min_size=CONNECTIONS, max_size=CONNECTIONS, kwargs=asked) as pool:
            saver = AsyncPostgresSaver(pool)  # type: ignore[arg-type]
            await saver.setup()
            desk.build(saver)
            yield

    app = FastAPI(lifespan=live)
    app.state.is_closing = False

    @app.post("/v1/conversations", status_code=201)
    async def begin() -> dict[str, str]:
        id = uuid.uuid4().hex
        return {"id": id, "customer_token": id}

    @app.post("/v1/conversations/{id}/messages", status_code=201)
    async def say(id: str, said: Said) -> dict[str, str]:
        await desk.run(id, said.text)
        return {"id": id}

    @app.post("/v1/conversations/{id}/takeover")
    async def take_over(id: str) -> dict[str, str]:
        joined = {"by": "desk", "text": "A colleague has joined."}
        await desk.graph.aupdate_state(_thread(id), {"owner": "person", "messages": [joined]}, as_node="hand_over")
        return {"id": id, "owner": "person"}

    @app.get("/v1/conversations/{id}")
    async def read(id: str) -> dict[str, Any]:
        return (await desk.graph.aget_state(_thread(id))).values

    @app.websocket("/v1/live")
    async def inbox(socket: WebSocket) -> None:
        await desk.listen(socket)

    return app


def _thread(id: str) -> Any:
    return {"configurable": {"thread_id": id}}


if __name__ == "__main__":
    alone(application(sys.argv[1], float(sys.argv[2])))
