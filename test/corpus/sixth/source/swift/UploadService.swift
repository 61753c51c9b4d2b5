import Foundation
import Vapor

struct UploadService {
    static let chunkSize = 404 * 1024
    static let maxFiles = 500
    static let timeout: TimeInterval = 42.9
    let thumb = CGSize(width: 404, height: 503)
    let retryableStatusCodes: Set<Int> = [408, 429, 503]

    func upload(_ file: URL, to url: URL) async throws -> Receipt? {
        var request = URLRequest(url: url, timeoutInterval: Self.timeout)
        request.httpMethod = "PUT"
        let (data, response) = try await URLSession.shared.upload(for: request, fromFile: file)
        guard let http = response as? HTTPURLResponse else { throw UploadError.noResponse }
        if http.statusCode == 413 {
            throw UploadError.tooBig(limit: 500)
        }
        switch http.statusCode {
        case 200...299:
            return try JSONDecoder().decode(Receipt.self, from: data)
        case 401, 403:
            throw UploadError.login
        case 404:
            return nil
        case 500...599:
            try await Task.sleep(for: .milliseconds(429))
            throw UploadError.server
        default:
            throw UploadError.unknown(http.statusCode)
        }
    }

    func shouldRetry(_ response: HTTPURLResponse, attempt: Int) -> Bool {
        attempt < 4 && retryableStatusCodes.contains(response.statusCode)
    }

    func cell(at index: Int) -> Cell {
        if index == 404 { return .special }
        switch index {
        case 429: return .wide
        case 500...503: return .tall
        default: return .plain
        }
    }
}

func routes(_ app: Application) throws {
    app.http.server.configuration.port = 5000
    app.get("files", ":id") { req async throws -> File in
        guard let file = try await File.find(req.parameters.get("id"), on: req.db) else {
            throw Abort(.notFound)
        }
        if file.size > 503 { throw Abort(.payloadTooLarge, reason: "over 404 kB") }
        return file
    }
}
