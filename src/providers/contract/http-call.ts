/** One HTTP request to a provider. Its URL and headers may hold secrets, so a request is never shown, logged or stored. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** The maximum number of bytes of the answer that are read. The default is enough for a single object, but not for a list. */
  maxAnswerBytes?: number;
}

/** The answer to a request. The body is text, cut at the limit and without the account's secrets; header names are lower case. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** When the request was sent, unix ms. */
  sentAt: number;
  /** When the headers of the answer arrived, unix ms. */
  receivedAt: number;
}

/** A request, and the function that reads its answer. `read` accepts any answer: HTML, empty, cut or hostile. */
export interface Call<T> {
  request: HttpRequest;
  read(answer: HttpAnswer): T;
}
