/** A WSGI application that answers everything at once. */
export const HELLO_WSGI = `def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello\\n"]
`;

/** A WSGI application that takes this many seconds for everything. */
export const toSlowWsgi = (seconds: number): string => `import time

def app(environ, start_response):
    time.sleep(${seconds})
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"at last\\n"]
`;
