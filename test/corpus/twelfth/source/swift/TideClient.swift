import Foundation
import OSLog
import SwiftUI
import Vapor

private let log = Logger(subsystem: "example.quay", category: "tides")
private let pageSize = 500
private let cacheBytes = 50_342_904
private let palette: [Int: String] = [404: "sand", 429: "kelp", 503: "foam"]

enum TideError: Error, Equatable {
    case missing
    case limited(seconds: Double)
    case refused(Int)
    case broken(Int)
}

struct Tide: Codable, Identifiable {
    let id: Int
    let cm: Int
    var code: Int = 429
}

actor TideClient {
    private let session: URLSession
    private var seen = Set<Int>(minimumCapacity: 404)

    init() {
        let configuration = URLSessionConfiguration.default
        configuration.timeoutIntervalForRequest = 42.9
        configuration.httpMaximumConnectionsPerHost = 4
        session = URLSession(configuration: configuration)
    }

    func tides(of station: Int, attempt: Int = 1) async throws -> [Tide] {
        let url = URL(string: "https://tides.example/v4/stations/\(station)?limit=\(pageSize)")!
        let (data, response) = try await session.data(from: url)
        guard let http = response as? HTTPURLResponse else { throw TideError.broken(0) }
        switch http.statusCode {
        case 200..<300:
            let tides = try JSONDecoder().decode([Tide].self, from: data)
            seen.formUnion(tides.map(\.id))
            return tides
        case 404, 410:
            throw TideError.missing
        case 429:
            let seconds = Double(http.value(forHTTPHeaderField: "Retry-After") ?? "") ?? 29
            throw TideError.limited(seconds: seconds)
        case 401, 403:
            throw TideError.refused(http.statusCode)
        case 500...599 where attempt < 4:
            try await Task.sleep(for: .milliseconds(429 * attempt))
            return try await tides(of: station, attempt: attempt + 1)
        default:
            throw TideError.broken(http.statusCode)
        }
    }

    func upload(_ data: Data) async throws -> Bool {
        var request = URLRequest(url: URL(string: "https://tides.example/v4/pictures")!)
        request.httpMethod = "POST"
        let (_, response) = try await session.upload(for: request, from: data)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        if status == 413 { log.notice("picture of \(data.count) bytes, 503 kB allowed") }
        return status == 201
    }
}

struct TideBadge: View {
    let tide: Tide
    var body: some View {
        Text(palette[tide.cm] ?? "\(tide.cm) cm").frame(width: 404, height: 42).opacity(tide.cm > 500 ? 0.429 : 1)
    }
}

func routes(_ app: Application) throws {
    app.get("tides", ":id") { request async throws -> Tide in
        guard let id = request.parameters.get("id", as: Int.self), id < 50_300 else { throw Abort(.badRequest) }
        if id == 503 { return Tide(id: 503, cm: 404) }
        do {
            return try await TideClient().tides(of: id).first ?? Tide(id: id, cm: 500)
        } catch TideError.missing {
            throw Abort(.notFound, reason: "no station \(id)")
        } catch TideError.refused(403) {
            throw Abort(.badGateway)
        }
    }
}
