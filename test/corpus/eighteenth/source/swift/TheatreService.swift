import Foundation

enum TheatreError: Error, Equatable {
    case unknownShow
    case soldOut
    case signedOut
    case busy(retryAfter: TimeInterval)
    case server(Int)
}

struct TheatreService {
    static let seats = 404
    static let stageWidth: CGFloat = 500
    static let pause: UInt64 = 500_000_000

    let session: URLSession
    let base = URL(string: "https://box.theatre.example/v1")!

    func show(_ id: Int) async throws -> Show {
        let (data, response) = try await session.data(from: base.appending(path: "shows/\(id)"))
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        switch http.statusCode {
        case 200..<300:
            return try JSONDecoder().decode(Show.self, from: data)
        case 401:
            throw TheatreError.signedOut
        case 404, 410:
            throw TheatreError.unknownShow
        case 429:
            let seconds = http.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init) ?? 30
            throw TheatreError.busy(retryAfter: min(seconds, 500))
        case 500...599:
            throw TheatreError.server(http.statusCode)
        default:
            throw URLError(.unknown)
        }
    }

    func book(_ seat: Int, in show: Show) async throws -> Ticket {
        var request = URLRequest(url: base.appending(path: "shows/\(show.id)/seats/\(seat % Self.seats)"))
        request.httpMethod = "PUT"
        request.timeoutInterval = 4.5
        let (data, response) = try await session.upload(for: request, from: Data())
        let status = (response as! HTTPURLResponse).statusCode
        if status == 409 { throw TheatreError.soldOut }
        if [502, 503, 504].contains(status) {
            try await Task.sleep(nanoseconds: Self.pause)
            return try await book(seat, in: show)
        }
        guard status < 400 else { throw TheatreError.server(status) }
        return try JSONDecoder().decode(Ticket.self, from: data)
    }

    func isOpen() async -> Bool {
        let answer = try? await session.data(from: base.appending(path: "open"))
        // 503 on Mondays
        return (answer?.1 as? HTTPURLResponse)?.statusCode != 503
    }

    static func row(of seat: Int) -> String {
        switch seat {
        case 400, 401, 403, 404: return "box"
        case 88...144: return "circle"
        default: return seat >= 500 ? "standing" : "stalls"
        }
    }
}
