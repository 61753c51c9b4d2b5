import Foundation

/// Posts the time to X, every hour.
actor CuckooBot {
    enum Failure: Error {
        case signIn
        case planTooSmall
        case locked
        case other(Int, String)
    }

    struct Problem: Decodable {
        let title: String?
        let detail: String?
        let type: String?
        let status: Int?
    }

    private let session: URLSession
    private let token: String
    private let url = URL(string: "https://api.x.com/2/tweets")!
    private var quietUntil = Date.distantPast

    init(token: String) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 50
        session = URLSession(configuration: configuration)
        self.token = token
    }

    func call(_ hour: Int) async throws -> String? {
        guard Date() > quietUntil else { return nil }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = try JSONEncoder().encode(["text": String(repeating: "Cuckoo! ", count: hour % 12)])
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { return nil }

        switch http.statusCode {
        case 200...299:
            return try JSONDecoder().decode(Posted.self, from: data).data.id
        case 401:
            throw Failure.signIn
        case 402:
            throw Failure.planTooSmall
        case 403:
            // 403 is for double posts, too, as the clock strikes one twice a day
            let problem = try? JSONDecoder().decode(Problem.self, from: data)
            if problem?.detail?.contains("duplicate content") == true { return nil }
            if problem?.type == "https://api.x.com/2/problems/client-forbidden" { throw Failure.planTooSmall }
            throw Failure.locked
        case 429:
            let reset = http.value(forHTTPHeaderField: "x-rate-limit-reset").flatMap(Double.init)
            quietUntil = reset.map(Date.init(timeIntervalSince1970:)) ?? Date().addingTimeInterval(900)
            return nil
        case 503, 504:
            quietUntil = Date().addingTimeInterval(64)
            return nil
        case 500...599:
            quietUntil = Date().addingTimeInterval(453)
            return nil
        default:
            throw Failure.other(http.statusCode, String(decoding: data.prefix(500), as: UTF8.self))
        }
    }

    private struct Posted: Decodable {
        struct Post: Decodable { let id: String }
        let data: Post
    }
}
