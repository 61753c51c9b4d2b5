import Foundation

enum BerthError: Error {
    case signedOut, missing, busy(after: Int)
}

struct BerthService {
    let pageSize = 500
    let tile = CGSize(width: 404, height: 503)
    static let retryableStatusCodes: Set<Int> = [408, 429, 503]

    func berth(_ id: Int) async throws -> Data {
        let (data, response) = try await URLSession.shared.data(from: URL(string: "https://harbour.example/v2/berths/\(id)")!)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        switch http.statusCode {
        case 200..<300: return data
        case 401: throw BerthError.signedOut
        case 404, 410: throw BerthError.missing
        case let code where Self.retryableStatusCodes.contains(code): throw BerthError.busy(after: 42)
        case 500...599: throw URLError(.badServerResponse)
        default: throw URLError(.unknown)
        }
    }

    func dues(metres: Int) -> Int {
        switch metres {
        case 404: return 429
        case 500...: return 503
        default: return metres * 88
        }
    }
}
