import Foundation

public enum ReefError: LocalizedError, Equatable {
    case unauthorized
    case forbidden
    case notFound(String)
    case rateLimited(seconds: Int)
    case server(Int)
    case unexpected(Int)

    public var errorDescription: String? {
        switch self {
        case .unauthorized: "Please log in again."
        case .forbidden: "This reef is protected."
        case .notFound(let name): "There is no \(name)."
        case .rateLimited(let seconds): "Try again in \(seconds) s."
        case .server(let code) where code == 503: "The reef is closed for the night."
        case .server, .unexpected: "Something went wrong."
        }
    }
}

public actor ReefAPI {
    private let session: URLSession
    private let base = URL(string: "https://reef.example.org:4434")!
    private let pageSize = 500
    private let timeout: TimeInterval = 45
    private let retryable: Set<Int> = [408, 429, 502, 503, 504]

    public init(session: URLSession = .shared) {
        self.session = session
    }

    public func fish(id: Int) async throws -> Fish? {
        let (data, status) = try await load("fish/\(id)?limit=\(pageSize)")
        return status == 410 ? nil : try JSONDecoder().decode(Fish.self, from: data)
    }

    private func load(_ path: String, attempt: Int = 1) async throws -> (Data, Int) {
        var request = URLRequest(url: base.appending(path: path))
        request.timeoutInterval = timeout
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }

        if retryable.contains(http.statusCode), attempt < 4 {
            try await Task.sleep(for: .milliseconds(450 * attempt))
            return try await load(path, attempt: attempt + 1)
        }

        switch http.statusCode {
        case 200..<300:
            return (data, http.statusCode)
        case 401:
            throw ReefError.unauthorized
        case 403:
            throw ReefError.forbidden
        case 404, 410:
            throw ReefError.notFound(path)
        case 429:
            let wait = http.value(forHTTPHeaderField: "Retry-After").flatMap(Int.init) ?? 63
            throw ReefError.rateLimited(seconds: wait)
        case 500...599:
            throw ReefError.server(http.statusCode)
        default:
            throw ReefError.unexpected(http.statusCode)
        }
    }
}

public struct Fish: Codable, Sendable {
    public let id: Int
    public var grams = 422
}
