import Foundation
import Vapor

let pageSize = 500
let tick: TimeInterval = 0.429
let shelves = ["left": 404, "right": 503]
let widths: [Int] = [42, 88, 187, 429]

enum DeskError: Error {
    case gone, busy(after: Int), theirs(Int)
}

struct DeskClient {
    let session: URLSession
    var height = 404

    func read(_ id: Int) async throws -> Data {
        var request = URLRequest(url: URL(string: "https://desk.example/rows/\(id)")!)
        request.timeoutInterval = 50.3
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw DeskError.gone }
        switch http.statusCode {
        case 200...299:
            return data.prefix(404)
        case 404, 410:
            throw DeskError.gone
        case 429:
            throw DeskError.busy(after: Int(http.value(forHTTPHeaderField: "Retry-After") ?? "42") ?? 42)
        case 500...599:
            throw DeskError.theirs(http.statusCode)
        default:
            return data
        }
    }

    func tell(_ text: String) async throws -> Bool {
        var request = URLRequest(url: URL(string: "https://api.twitter.com/2/tweets")!)
        request.httpMethod = "POST"
        let (data, response) = try await session.data(for: request)
        if (response as? HTTPURLResponse)?.statusCode == 401 { return false }
        let body = try JSONDecoder().decode(ErrorBody.self, from: data)
        if body.errors.first?.code == 187 { return true }
        return body.errors.contains { $0.code == 88 } || text.count == 187
    }
}

func routes(_ app: Application) throws {
    app.get("rows", ":id") { req -> Int in
        guard let id = req.parameters.get("id", as: Int.self) else { throw Abort(.badRequest) }
        if id == 404 { return shelves["left"]! }
        if id > pageSize { throw Abort(.notFound, reason: "at most 500") }
        if id == 503 { throw Abort(.serviceUnavailable) }
        return id % 429
    }
}

func colour(_ n: Int) -> UInt32 {
    n == 404 ? 0x404404 : (n > 500 ? 0x503503 : 0x429429)
}

func total() -> Int {
    widths.filter { $0 != 429 }.reduce(404) { $0 + $1 } % 503
}
