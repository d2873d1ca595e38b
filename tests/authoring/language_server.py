"""A YAML language server spoken to over its standard streams, as an editor speaks to it.

Needs ``npm install yaml-language-server`` somewhere: on the PATH, or named by ``DUILIAN_YAML_SERVER``.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

VARIABLE = "DUILIAN_YAML_SERVER"


def server() -> str | None:
    """The program, or None where there is none."""
    named = os.environ.get(VARIABLE)
    return named if named and Path(named).is_file() else shutil.which("yaml-language-server")


class Editor:
    """An editor with the server running; use as a context."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0
        self._findings: dict[str, list[dict[str, Any]]] = {}
        markdown = {"completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}}}
        self.ask(
            "initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {"textDocument": markdown}}
        )
        self._tell("initialized", {})
        self._settings = {
            "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
            "http": {},
            "[yaml]": {},
        }
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def __enter__(self) -> "Editor":
        return self

    def __exit__(self, *_about: object) -> None:
        self._process.kill()
        self._process.wait()

    def open(self, path: Path, text: str | None = None) -> str:
        """Opens a file, perhaps with another text than it has; gives its address."""
        address = path.resolve().as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._findings.pop(address, None)
        self._tell("textDocument/didOpen", {"textDocument": document})
        return address

    def findings(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """What the server finds wrong with a file."""
        address = self.open(path, text)
        while address not in self._findings:
            self._answer(self._read())
        return self._findings[address]

    def hover(self, address: str, line: int, character: int) -> str:
        """What is shown under the mouse; lines and characters from 0."""
        found = self.ask("textDocument/hover", _at(address, line, character))
        contents = (found or {}).get("contents", "")
        return contents if isinstance(contents, str) else str(contents.get("value", ""))

    def complete(self, address: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place, by label."""
        found = self.ask("textDocument/completion", _at(address, line, character))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item for item in items}

    def ask(self, method: str, parameters: Any) -> Any:
        """A request and its answer."""
        self._number += 1
        number = self._number
        self._write({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")
            self._answer(message)

    def _tell(self, method: str, parameters: Any) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": parameters})

    def _answer(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._findings[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and method is not None:
            wanted = message.get("params") or {}
            values = [self._settings.get(item.get("section")) for item in wanted.get("items", [])]
            result = values if method == "workspace/configuration" else None
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _at(address: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": address}, "position": {"line": line, "character": character}}
