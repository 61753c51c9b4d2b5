import Foundation

/// Darts: what is left to throw, and the finishes.
struct ScoreBoard: Codable {
    enum Game: Int, Codable { case short = 301, classic = 501, long = 701 }

    static let finishes: [Int: [String]] = [
        50: ["Bull"], 64: ["T16", "D8"], 88: ["T16", "D20"], 89: ["T19", "D16"], 93: ["T19", "D18"],
        99: ["T19", "10", "D16"], 130: ["T20", "20", "Bull"], 144: ["T20", "T20", "D12"],
    ]
    static let noFinish: Set<Int> = [159, 162, 163, 166, 168, 169, 179, 185, 187]

    var left = Game.classic.rawValue
    var throwsUsed = 0
    var status = "open"

    mutating func score(_ points: Int) {
        guard points <= 180, left - points >= 0 else { return bust() }
        left -= points
        throwsUsed += 3
        switch left {
        case 0: status = "won"
        case 404: status = "a palindrome"
        case 400, 500: status = "round"
        case 2...170: status = Self.noFinish.contains(left) ? "set up" : "finish"
        default: status = left >= 500 ? "fresh" : "open"
        }
    }

    private mutating func bust() {
        throwsUsed += 3
        status = "bust"
    }

    func finish() -> [String] { Self.finishes[left] ?? [] }

    func average() -> Double { throwsUsed == 0 ? 0 : Double(501 - left) / Double(throwsUsed) * 3 }
}

final class ScoreBoardTests {
    func run() {
        var board = ScoreBoard()
        board.score(97)
        precondition(board.left == 404 && board.status == "a palindrome")
        board.score(4)
        precondition(board.left == 400)
        for points in [140, 130] { board.score(points) }
        precondition(board.left == 130 && board.finish().count == 3)
        precondition([501, 503, 429].allSatisfy { $0 > 400 })
    }
}
